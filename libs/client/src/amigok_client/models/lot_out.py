from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="LotOut")


@_attrs_define
class LotOut:
    """A delivery of feed and what is left of it, in kg."""

    delivered_at: datetime.datetime
    delivered_kg: str
    expires_on: datetime.date
    farm_id: UUID
    id: UUID
    ingredient: str
    left_kg: str
    lot_number: str
    recall_reason: None | str
    recalled_at: datetime.datetime | None
    recorded_at: datetime.datetime
    recorded_by: UUID
    supplier: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        delivered_at = self.delivered_at.isoformat()

        delivered_kg = self.delivered_kg

        expires_on = self.expires_on.isoformat()

        farm_id = str(self.farm_id)

        id = str(self.id)

        ingredient = self.ingredient

        left_kg = self.left_kg

        lot_number = self.lot_number

        recall_reason: None | str
        recall_reason = self.recall_reason

        recalled_at: None | str
        if isinstance(self.recalled_at, datetime.datetime):
            recalled_at = self.recalled_at.isoformat()
        else:
            recalled_at = self.recalled_at

        recorded_at = self.recorded_at.isoformat()

        recorded_by = str(self.recorded_by)

        supplier = self.supplier

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "delivered_at": delivered_at,
                "delivered_kg": delivered_kg,
                "expires_on": expires_on,
                "farm_id": farm_id,
                "id": id,
                "ingredient": ingredient,
                "left_kg": left_kg,
                "lot_number": lot_number,
                "recall_reason": recall_reason,
                "recalled_at": recalled_at,
                "recorded_at": recorded_at,
                "recorded_by": recorded_by,
                "supplier": supplier,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        delivered_at = datetime.datetime.fromisoformat(d.pop("delivered_at"))

        delivered_kg = d.pop("delivered_kg")

        expires_on = datetime.date.fromisoformat(d.pop("expires_on"))

        farm_id = UUID(d.pop("farm_id"))

        id = UUID(d.pop("id"))

        ingredient = d.pop("ingredient")

        left_kg = d.pop("left_kg")

        lot_number = d.pop("lot_number")

        def _parse_recall_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        recall_reason = _parse_recall_reason(d.pop("recall_reason"))

        def _parse_recalled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                recalled_at_type_0 = datetime.datetime.fromisoformat(data)

                return recalled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        recalled_at = _parse_recalled_at(d.pop("recalled_at"))

        recorded_at = datetime.datetime.fromisoformat(d.pop("recorded_at"))

        recorded_by = UUID(d.pop("recorded_by"))

        supplier = d.pop("supplier")

        lot_out = cls(
            delivered_at=delivered_at,
            delivered_kg=delivered_kg,
            expires_on=expires_on,
            farm_id=farm_id,
            id=id,
            ingredient=ingredient,
            left_kg=left_kg,
            lot_number=lot_number,
            recall_reason=recall_reason,
            recalled_at=recalled_at,
            recorded_at=recorded_at,
            recorded_by=recorded_by,
            supplier=supplier,
        )

        lot_out.additional_properties = d
        return lot_out

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
