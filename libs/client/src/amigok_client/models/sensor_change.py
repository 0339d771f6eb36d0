from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="SensorChange")


@_attrs_define
class SensorChange:
    """Where a sensor is: owners of animals in that area see what it measures, if they see that type."""

    area_id: None | UUID

    def to_dict(self) -> dict[str, Any]:
        area_id: None | str
        if isinstance(self.area_id, UUID):
            area_id = str(self.area_id)
        else:
            area_id = self.area_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "area_id": area_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_area_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                area_id_type_0 = UUID(data)

                return area_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        area_id = _parse_area_id(d.pop("area_id"))

        sensor_change = cls(
            area_id=area_id,
        )

        return sensor_change
