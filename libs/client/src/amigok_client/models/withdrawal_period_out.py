from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="WithdrawalPeriodOut")


@_attrs_define
class WithdrawalPeriodOut:
    livestock_type_id: UUID
    meat_days: int
    milk_days: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        livestock_type_id = str(self.livestock_type_id)

        meat_days = self.meat_days

        milk_days = self.milk_days

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
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

        withdrawal_period_out = cls(
            livestock_type_id=livestock_type_id,
            meat_days=meat_days,
            milk_days=milk_days,
        )

        withdrawal_period_out.additional_properties = d
        return withdrawal_period_out

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
