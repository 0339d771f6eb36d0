from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.prices_out import PricesOut
    from ..models.version_out_ingredients_item import VersionOutIngredientsItem
    from ..models.version_out_nutrition import VersionOutNutrition


T = TypeVar("T", bound="VersionOut")


@_attrs_define
class VersionOut:
    """What a package feeds and costs from a time on."""

    id: UUID
    ingredients: list[VersionOutIngredientsItem]
    meal_times: list[str]
    number: int
    nutrition: VersionOutNutrition
    prices: PricesOut
    ration_kg: None | str
    ration_percent: None | str
    valid_from: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        ingredients = []
        for ingredients_item_data in self.ingredients:
            ingredients_item = ingredients_item_data.to_dict()
            ingredients.append(ingredients_item)

        meal_times = self.meal_times

        number = self.number

        nutrition = self.nutrition.to_dict()

        prices = self.prices.to_dict()

        ration_kg: None | str
        ration_kg = self.ration_kg

        ration_percent: None | str
        ration_percent = self.ration_percent

        valid_from = self.valid_from.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "ingredients": ingredients,
                "meal_times": meal_times,
                "number": number,
                "nutrition": nutrition,
                "prices": prices,
                "ration_kg": ration_kg,
                "ration_percent": ration_percent,
                "valid_from": valid_from,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.prices_out import PricesOut  # noqa: PLC0415
        from ..models.version_out_ingredients_item import VersionOutIngredientsItem  # noqa: PLC0415
        from ..models.version_out_nutrition import VersionOutNutrition  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        ingredients = []
        _ingredients = d.pop("ingredients")
        for ingredients_item_data in _ingredients:
            ingredients_item = VersionOutIngredientsItem.from_dict(ingredients_item_data)

            ingredients.append(ingredients_item)

        meal_times = cast(list[str], d.pop("meal_times"))

        number = d.pop("number")

        nutrition = VersionOutNutrition.from_dict(d.pop("nutrition"))

        prices = PricesOut.from_dict(d.pop("prices"))

        def _parse_ration_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ration_kg = _parse_ration_kg(d.pop("ration_kg"))

        def _parse_ration_percent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ration_percent = _parse_ration_percent(d.pop("ration_percent"))

        valid_from = datetime.datetime.fromisoformat(d.pop("valid_from"))

        version_out = cls(
            id=id,
            ingredients=ingredients,
            meal_times=meal_times,
            number=number,
            nutrition=nutrition,
            prices=prices,
            ration_kg=ration_kg,
            ration_percent=ration_percent,
            valid_from=valid_from,
        )

        version_out.additional_properties = d
        return version_out

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
