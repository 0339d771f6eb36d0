from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.scheduled_meal_out_weight_type_0 import (
    ScheduledMealOutWeightType0,
    check_scheduled_meal_out_weight_type_0,
)

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="ScheduledMealOut")


@_attrs_define
class ScheduledMealOut:
    """A planned meal. `ration_kg` is what it comes to now; null while the animal's weight is not known.

    `weight`: `measured`, `estimated` or `unknown`; null where the ration does not depend on it.

    """

    due_at: datetime.datetime
    ingredients: list[str]
    meal_id: UUID
    package_name: None | str
    price: Money | None
    ration_kg: None | str
    weight: None | ScheduledMealOutWeightType0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        due_at = self.due_at.isoformat()

        ingredients = self.ingredients

        meal_id = str(self.meal_id)

        package_name: None | str
        package_name = self.package_name

        price: dict[str, Any] | None
        if isinstance(self.price, Money):
            price = self.price.to_dict()
        else:
            price = self.price

        ration_kg: None | str
        ration_kg = self.ration_kg

        weight: None | str
        if isinstance(self.weight, str):
            weight = self.weight
        else:
            weight = self.weight

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "due_at": due_at,
                "ingredients": ingredients,
                "meal_id": meal_id,
                "package_name": package_name,
                "price": price,
                "ration_kg": ration_kg,
                "weight": weight,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        due_at = datetime.datetime.fromisoformat(d.pop("due_at"))

        ingredients = cast(list[str], d.pop("ingredients"))

        meal_id = UUID(d.pop("meal_id"))

        def _parse_package_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        package_name = _parse_package_name(d.pop("package_name"))

        def _parse_price(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                price_type_0 = Money.from_dict(data)

                return price_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        price = _parse_price(d.pop("price"))

        def _parse_ration_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ration_kg = _parse_ration_kg(d.pop("ration_kg"))

        def _parse_weight(data: object) -> None | ScheduledMealOutWeightType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                weight_type_0 = check_scheduled_meal_out_weight_type_0(data)

                return weight_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ScheduledMealOutWeightType0, data)

        weight = _parse_weight(d.pop("weight"))

        scheduled_meal_out = cls(
            due_at=due_at,
            ingredients=ingredients,
            meal_id=meal_id,
            package_name=package_name,
            price=price,
            ration_kg=ration_kg,
            weight=weight,
        )

        scheduled_meal_out.additional_properties = d
        return scheduled_meal_out

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
