from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PlacementIn")


@_attrs_define
class PlacementIn:
    """Which animals went where; a null area is none that has a name. They went there now unless a time is given."""

    area_id: None | UUID
    livestock_ids: list[UUID]
    client_id: None | Unset | UUID = UNSET
    """ The phone's own id of this entry. An entry that is sent again is recorded once. """
    placed_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        area_id: None | str
        if isinstance(self.area_id, UUID):
            area_id = str(self.area_id)
        else:
            area_id = self.area_id

        livestock_ids = []
        for livestock_ids_item_data in self.livestock_ids:
            livestock_ids_item = str(livestock_ids_item_data)
            livestock_ids.append(livestock_ids_item)

        client_id: None | str | Unset
        if isinstance(self.client_id, Unset):
            client_id = UNSET
        elif isinstance(self.client_id, UUID):
            client_id = str(self.client_id)
        else:
            client_id = self.client_id

        placed_at: None | str | Unset
        if isinstance(self.placed_at, Unset):
            placed_at = UNSET
        elif isinstance(self.placed_at, datetime.datetime):
            placed_at = self.placed_at.isoformat()
        else:
            placed_at = self.placed_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "area_id": area_id,
                "livestock_ids": livestock_ids,
            }
        )
        if client_id is not UNSET:
            field_dict["client_id"] = client_id
        if placed_at is not UNSET:
            field_dict["placed_at"] = placed_at

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

        livestock_ids = []
        _livestock_ids = d.pop("livestock_ids")
        for livestock_ids_item_data in _livestock_ids:
            livestock_ids_item = UUID(livestock_ids_item_data)

            livestock_ids.append(livestock_ids_item)

        def _parse_client_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                client_id_type_0 = UUID(data)

                return client_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        client_id = _parse_client_id(d.pop("client_id", UNSET))

        def _parse_placed_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                placed_at_type_0 = datetime.datetime.fromisoformat(data)

                return placed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        placed_at = _parse_placed_at(d.pop("placed_at", UNSET))

        placement_in = cls(
            area_id=area_id,
            livestock_ids=livestock_ids,
            client_id=client_id,
            placed_at=placed_at,
        )

        return placement_in
