from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..models.plan_in_currency import PlanInCurrency, check_plan_in_currency

if TYPE_CHECKING:
    from ..models.dose_in import DoseIn


T = TypeVar("T", bound="PlanIn")


@_attrs_define
class PlanIn:
    """What animals of a type need. The requests are priced in `currency`."""

    currency: PlanInCurrency
    doses: list[DoseIn]
    livestock_type_id: UUID
    name: str

    def to_dict(self) -> dict[str, Any]:
        currency: str = self.currency

        doses = []
        for doses_item_data in self.doses:
            doses_item = doses_item_data.to_dict()
            doses.append(doses_item)

        livestock_type_id = str(self.livestock_type_id)

        name = self.name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "currency": currency,
                "doses": doses,
                "livestock_type_id": livestock_type_id,
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.dose_in import DoseIn  # noqa: PLC0415

        d = dict(src_dict)
        currency = check_plan_in_currency(d.pop("currency"))

        doses = []
        _doses = d.pop("doses")
        for doses_item_data in _doses:
            doses_item = DoseIn.from_dict(doses_item_data)

            doses.append(doses_item)

        livestock_type_id = UUID(d.pop("livestock_type_id"))

        name = d.pop("name")

        plan_in = cls(
            currency=currency,
            doses=doses,
            livestock_type_id=livestock_type_id,
            name=name,
        )

        return plan_in
