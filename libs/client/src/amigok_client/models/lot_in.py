from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="LotIn")


@_attrs_define
class LotIn:
    """A delivery of feed. `expires_on` is the last day on which it may be fed, by the farm's calendar."""

    delivered_at: datetime.datetime
    """ from 2000-01-01T00:00:00Z before 2100-01-01T00:00:00Z """
    expires_on: datetime.date
    """ from 2000-01-01 before 2100-01-01 """
    farm_id: UUID
    ingredient: str
    kg: float | str
    lot_number: str
    supplier: str

    def to_dict(self) -> dict[str, Any]:
        delivered_at = self.delivered_at.isoformat()

        expires_on = self.expires_on.isoformat()

        farm_id = str(self.farm_id)

        ingredient = self.ingredient

        kg: float | str
        kg = self.kg

        lot_number = self.lot_number

        supplier = self.supplier

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "delivered_at": delivered_at,
                "expires_on": expires_on,
                "farm_id": farm_id,
                "ingredient": ingredient,
                "kg": kg,
                "lot_number": lot_number,
                "supplier": supplier,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        delivered_at = datetime.datetime.fromisoformat(d.pop("delivered_at"))

        expires_on = datetime.date.fromisoformat(d.pop("expires_on"))

        farm_id = UUID(d.pop("farm_id"))

        ingredient = d.pop("ingredient")

        def _parse_kg(data: object) -> float | str:
            return cast(float | str, data)

        kg = _parse_kg(d.pop("kg"))

        lot_number = d.pop("lot_number")

        supplier = d.pop("supplier")

        lot_in = cls(
            delivered_at=delivered_at,
            expires_on=expires_on,
            farm_id=farm_id,
            ingredient=ingredient,
            kg=kg,
            lot_number=lot_number,
            supplier=supplier,
        )

        return lot_in
