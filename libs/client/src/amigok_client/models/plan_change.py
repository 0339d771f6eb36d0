from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.plan_change_currency import PlanChangeCurrency, check_plan_change_currency

if TYPE_CHECKING:
    from ..models.dose_in import DoseIn


T = TypeVar("T", bound="PlanChange")


@_attrs_define
class PlanChange:
    """The whole plan as it is to be. What was requested or given stays."""

    currency: PlanChangeCurrency
    doses: list[DoseIn]
    name: str
    version: int
    """ The version that you have read """

    def to_dict(self) -> dict[str, Any]:
        currency: str = self.currency

        doses = []
        for doses_item_data in self.doses:
            doses_item = doses_item_data.to_dict()
            doses.append(doses_item)

        name = self.name

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "currency": currency,
                "doses": doses,
                "name": name,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.dose_in import DoseIn  # noqa: PLC0415

        d = dict(src_dict)
        currency = check_plan_change_currency(d.pop("currency"))

        doses = []
        _doses = d.pop("doses")
        for doses_item_data in _doses:
            doses_item = DoseIn.from_dict(doses_item_data)

            doses.append(doses_item)

        name = d.pop("name")

        version = d.pop("version")

        plan_change = cls(
            currency=currency,
            doses=doses,
            name=name,
            version=version,
        )

        return plan_change
