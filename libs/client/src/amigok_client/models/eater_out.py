from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="EaterOut")


@_attrs_define
class EaterOut:
    """An animal that ate of a lot: how much, when, and who has owned it since then. Without owners: the platform."""

    first_fed_at: datetime.datetime
    kg: str
    last_fed_at: datetime.datetime
    livestock_id: UUID
    owner_ids: list[UUID]
    tag_number: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        first_fed_at = self.first_fed_at.isoformat()

        kg = self.kg

        last_fed_at = self.last_fed_at.isoformat()

        livestock_id = str(self.livestock_id)

        owner_ids = []
        for owner_ids_item_data in self.owner_ids:
            owner_ids_item = str(owner_ids_item_data)
            owner_ids.append(owner_ids_item)

        tag_number: None | str
        tag_number = self.tag_number

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "first_fed_at": first_fed_at,
                "kg": kg,
                "last_fed_at": last_fed_at,
                "livestock_id": livestock_id,
                "owner_ids": owner_ids,
                "tag_number": tag_number,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        first_fed_at = datetime.datetime.fromisoformat(d.pop("first_fed_at"))

        kg = d.pop("kg")

        last_fed_at = datetime.datetime.fromisoformat(d.pop("last_fed_at"))

        livestock_id = UUID(d.pop("livestock_id"))

        owner_ids = []
        _owner_ids = d.pop("owner_ids")
        for owner_ids_item_data in _owner_ids:
            owner_ids_item = UUID(owner_ids_item_data)

            owner_ids.append(owner_ids_item)

        def _parse_tag_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tag_number = _parse_tag_number(d.pop("tag_number"))

        eater_out = cls(
            first_fed_at=first_fed_at,
            kg=kg,
            last_fed_at=last_fed_at,
            livestock_id=livestock_id,
            owner_ids=owner_ids,
            tag_number=tag_number,
        )

        eater_out.additional_properties = d
        return eater_out

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
