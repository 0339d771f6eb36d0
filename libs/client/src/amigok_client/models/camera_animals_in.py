from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="CameraAnimalsIn")


@_attrs_define
class CameraAnimalsIn:
    """Animals on the camera's farm that it shows, wherever they stand. Those that it shows already stay."""

    livestock_ids: list[UUID]

    def to_dict(self) -> dict[str, Any]:
        livestock_ids = []
        for livestock_ids_item_data in self.livestock_ids:
            livestock_ids_item = str(livestock_ids_item_data)
            livestock_ids.append(livestock_ids_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "livestock_ids": livestock_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        livestock_ids = []
        _livestock_ids = d.pop("livestock_ids")
        for livestock_ids_item_data in _livestock_ids:
            livestock_ids_item = UUID(livestock_ids_item_data)

            livestock_ids.append(livestock_ids_item)

        camera_animals_in = cls(
            livestock_ids=livestock_ids,
        )

        return camera_animals_in
