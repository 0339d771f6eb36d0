from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.plan_out_currency import PlanOutCurrency, check_plan_out_currency

if TYPE_CHECKING:
    from ..models.dose_out import DoseOut


T = TypeVar("T", bound="PlanOut")


@_attrs_define
class PlanOut:
    """A vaccination plan. A retired one plans nothing new."""

    currency: PlanOutCurrency
    doses: list[DoseOut]
    id: UUID
    is_active: bool
    livestock_type_id: UUID
    name: str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        currency: str = self.currency

        doses = []
        for doses_item_data in self.doses:
            doses_item = doses_item_data.to_dict()
            doses.append(doses_item)

        id = str(self.id)

        is_active = self.is_active

        livestock_type_id = str(self.livestock_type_id)

        name = self.name

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "currency": currency,
                "doses": doses,
                "id": id,
                "is_active": is_active,
                "livestock_type_id": livestock_type_id,
                "name": name,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.dose_out import DoseOut  # noqa: PLC0415

        d = dict(src_dict)
        currency = check_plan_out_currency(d.pop("currency"))

        doses = []
        _doses = d.pop("doses")
        for doses_item_data in _doses:
            doses_item = DoseOut.from_dict(doses_item_data)

            doses.append(doses_item)

        id = UUID(d.pop("id"))

        is_active = d.pop("is_active")

        livestock_type_id = UUID(d.pop("livestock_type_id"))

        name = d.pop("name")

        version = d.pop("version")

        plan_out = cls(
            currency=currency,
            doses=doses,
            id=id,
            is_active=is_active,
            livestock_type_id=livestock_type_id,
            name=name,
            version=version,
        )

        plan_out.additional_properties = d
        return plan_out

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
