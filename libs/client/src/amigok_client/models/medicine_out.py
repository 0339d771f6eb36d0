from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.withdrawal_period_out import WithdrawalPeriodOut


T = TypeVar("T", bound="MedicineOut")


@_attrs_define
class MedicineOut:
    active_substance: str
    id: UUID
    name: str
    prescription_only: bool
    version: int
    withdrawal_periods: list[WithdrawalPeriodOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        active_substance = self.active_substance

        id = str(self.id)

        name = self.name

        prescription_only = self.prescription_only

        version = self.version

        withdrawal_periods = []
        for withdrawal_periods_item_data in self.withdrawal_periods:
            withdrawal_periods_item = withdrawal_periods_item_data.to_dict()
            withdrawal_periods.append(withdrawal_periods_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "active_substance": active_substance,
                "id": id,
                "name": name,
                "prescription_only": prescription_only,
                "version": version,
                "withdrawal_periods": withdrawal_periods,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.withdrawal_period_out import WithdrawalPeriodOut  # noqa: PLC0415

        d = dict(src_dict)
        active_substance = d.pop("active_substance")

        id = UUID(d.pop("id"))

        name = d.pop("name")

        prescription_only = d.pop("prescription_only")

        version = d.pop("version")

        withdrawal_periods = []
        _withdrawal_periods = d.pop("withdrawal_periods")
        for withdrawal_periods_item_data in _withdrawal_periods:
            withdrawal_periods_item = WithdrawalPeriodOut.from_dict(withdrawal_periods_item_data)

            withdrawal_periods.append(withdrawal_periods_item)

        medicine_out = cls(
            active_substance=active_substance,
            id=id,
            name=name,
            prescription_only=prescription_only,
            version=version,
            withdrawal_periods=withdrawal_periods,
        )

        medicine_out.additional_properties = d
        return medicine_out

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
