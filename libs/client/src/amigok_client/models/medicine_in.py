from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.withdrawal_period_in import WithdrawalPeriodIn


T = TypeVar("T", bound="MedicineIn")


@_attrs_define
class MedicineIn:
    """A medicine. It may be given to the types of animals that it has withdrawal periods for."""

    active_substance: str
    name: str
    prescription_only: bool
    withdrawal_periods: list[WithdrawalPeriodIn]

    def to_dict(self) -> dict[str, Any]:
        active_substance = self.active_substance

        name = self.name

        prescription_only = self.prescription_only

        withdrawal_periods = []
        for withdrawal_periods_item_data in self.withdrawal_periods:
            withdrawal_periods_item = withdrawal_periods_item_data.to_dict()
            withdrawal_periods.append(withdrawal_periods_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "active_substance": active_substance,
                "name": name,
                "prescription_only": prescription_only,
                "withdrawal_periods": withdrawal_periods,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.withdrawal_period_in import WithdrawalPeriodIn  # noqa: PLC0415

        d = dict(src_dict)
        active_substance = d.pop("active_substance")

        name = d.pop("name")

        prescription_only = d.pop("prescription_only")

        withdrawal_periods = []
        _withdrawal_periods = d.pop("withdrawal_periods")
        for withdrawal_periods_item_data in _withdrawal_periods:
            withdrawal_periods_item = WithdrawalPeriodIn.from_dict(withdrawal_periods_item_data)

            withdrawal_periods.append(withdrawal_periods_item)

        medicine_in = cls(
            active_substance=active_substance,
            name=name,
            prescription_only=prescription_only,
            withdrawal_periods=withdrawal_periods,
        )

        return medicine_in
