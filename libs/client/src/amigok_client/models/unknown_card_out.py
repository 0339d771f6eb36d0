from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="UnknownCardOut")


@_attrs_define
class UnknownCardOut:
    """A card that devices of a farm have read and that is no animal's."""

    card: str
    detections: int
    farm_id: UUID
    first_at: datetime.datetime
    last_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        card = self.card

        detections = self.detections

        farm_id = str(self.farm_id)

        first_at = self.first_at.isoformat()

        last_at = self.last_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "card": card,
                "detections": detections,
                "farm_id": farm_id,
                "first_at": first_at,
                "last_at": last_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        card = d.pop("card")

        detections = d.pop("detections")

        farm_id = UUID(d.pop("farm_id"))

        first_at = datetime.datetime.fromisoformat(d.pop("first_at"))

        last_at = datetime.datetime.fromisoformat(d.pop("last_at"))

        unknown_card_out = cls(
            card=card,
            detections=detections,
            farm_id=farm_id,
            first_at=first_at,
            last_at=last_at,
        )

        unknown_card_out.additional_properties = d
        return unknown_card_out

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
