from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="WithdrawalPeriodIn")


@_attrs_define
class WithdrawalPeriodIn:
    """How many days after the last administration such an animal gives no meat and no milk for people."""

    livestock_type_id: UUID
    meat_days: int
    milk_days: int

    def to_dict(self) -> dict[str, Any]:
        livestock_type_id = str(self.livestock_type_id)

        meat_days = self.meat_days

        milk_days = self.milk_days

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "livestock_type_id": livestock_type_id,
                "meat_days": meat_days,
                "milk_days": milk_days,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        livestock_type_id = UUID(d.pop("livestock_type_id"))

        meat_days = d.pop("meat_days")

        milk_days = d.pop("milk_days")

        withdrawal_period_in = cls(
            livestock_type_id=livestock_type_id,
            meat_days=meat_days,
            milk_days=milk_days,
        )

        return withdrawal_period_in
