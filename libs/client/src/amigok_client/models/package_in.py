from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.package_in_package_type import PackageInPackageType, check_package_in_package_type
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.ingredient import Ingredient
    from ..models.nutrition import Nutrition
    from ..models.prices import Prices


T = TypeVar("T", bound="PackageIn")


@_attrs_define
class PackageIn:
    livestock_type_ids: list[UUID]
    meal_times: list[str]
    """ In the time zone of the farm """
    name: str
    package_type: PackageInPackageType
    breed_ids: list[UUID] | Unset = UNSET
    """ None: all breeds of these types """
    description: str | Unset = ""
    farm_ids: list[UUID] | Unset = UNSET
    """ None: all farms """
    ingredients: list[Ingredient] | Unset = UNSET
    is_basic_ration: bool | Unset = False
    """ What animals of these types get on these farms when nobody pays a package """
    least_age_days: int | None | Unset = UNSET
    least_weight_kg: float | None | str | Unset = UNSET
    most_age_days: int | None | Unset = UNSET
    most_weight_kg: float | None | str | Unset = UNSET
    nutrition: Nutrition | Unset = UNSET
    """ What is in a kg of the ration; dry matter in percent of the mass, the rest in the dry matter. """
    prices: Prices | Unset = UNSET
    """ What a period costs: for each cycle, a price in each currency in which it is offered. """
    ration_kg: float | None | str | Unset = UNSET
    """ kg a day; or `ration_percent` """
    ration_percent: float | None | str | Unset = UNSET
    """ kg a day, in percent of the animal's weight """

    def to_dict(self) -> dict[str, Any]:
        livestock_type_ids = []
        for livestock_type_ids_item_data in self.livestock_type_ids:
            livestock_type_ids_item = str(livestock_type_ids_item_data)
            livestock_type_ids.append(livestock_type_ids_item)

        meal_times = self.meal_times

        name = self.name

        package_type: str = self.package_type

        breed_ids: list[str] | Unset = UNSET
        if not isinstance(self.breed_ids, Unset):
            breed_ids = []
            for breed_ids_item_data in self.breed_ids:
                breed_ids_item = str(breed_ids_item_data)
                breed_ids.append(breed_ids_item)

        description = self.description

        farm_ids: list[str] | Unset = UNSET
        if not isinstance(self.farm_ids, Unset):
            farm_ids = []
            for farm_ids_item_data in self.farm_ids:
                farm_ids_item = str(farm_ids_item_data)
                farm_ids.append(farm_ids_item)

        ingredients: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.ingredients, Unset):
            ingredients = []
            for ingredients_item_data in self.ingredients:
                ingredients_item = ingredients_item_data.to_dict()
                ingredients.append(ingredients_item)

        is_basic_ration = self.is_basic_ration

        least_age_days: int | None | Unset
        if isinstance(self.least_age_days, Unset):
            least_age_days = UNSET
        else:
            least_age_days = self.least_age_days

        least_weight_kg: float | None | str | Unset
        if isinstance(self.least_weight_kg, Unset):
            least_weight_kg = UNSET
        else:
            least_weight_kg = self.least_weight_kg

        most_age_days: int | None | Unset
        if isinstance(self.most_age_days, Unset):
            most_age_days = UNSET
        else:
            most_age_days = self.most_age_days

        most_weight_kg: float | None | str | Unset
        if isinstance(self.most_weight_kg, Unset):
            most_weight_kg = UNSET
        else:
            most_weight_kg = self.most_weight_kg

        nutrition: dict[str, Any] | Unset = UNSET
        if not isinstance(self.nutrition, Unset):
            nutrition = self.nutrition.to_dict()

        prices: dict[str, Any] | Unset = UNSET
        if not isinstance(self.prices, Unset):
            prices = self.prices.to_dict()

        ration_kg: float | None | str | Unset
        if isinstance(self.ration_kg, Unset):
            ration_kg = UNSET
        else:
            ration_kg = self.ration_kg

        ration_percent: float | None | str | Unset
        if isinstance(self.ration_percent, Unset):
            ration_percent = UNSET
        else:
            ration_percent = self.ration_percent

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "livestock_type_ids": livestock_type_ids,
                "meal_times": meal_times,
                "name": name,
                "package_type": package_type,
            }
        )
        if breed_ids is not UNSET:
            field_dict["breed_ids"] = breed_ids
        if description is not UNSET:
            field_dict["description"] = description
        if farm_ids is not UNSET:
            field_dict["farm_ids"] = farm_ids
        if ingredients is not UNSET:
            field_dict["ingredients"] = ingredients
        if is_basic_ration is not UNSET:
            field_dict["is_basic_ration"] = is_basic_ration
        if least_age_days is not UNSET:
            field_dict["least_age_days"] = least_age_days
        if least_weight_kg is not UNSET:
            field_dict["least_weight_kg"] = least_weight_kg
        if most_age_days is not UNSET:
            field_dict["most_age_days"] = most_age_days
        if most_weight_kg is not UNSET:
            field_dict["most_weight_kg"] = most_weight_kg
        if nutrition is not UNSET:
            field_dict["nutrition"] = nutrition
        if prices is not UNSET:
            field_dict["prices"] = prices
        if ration_kg is not UNSET:
            field_dict["ration_kg"] = ration_kg
        if ration_percent is not UNSET:
            field_dict["ration_percent"] = ration_percent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ingredient import Ingredient  # noqa: PLC0415
        from ..models.nutrition import Nutrition  # noqa: PLC0415
        from ..models.prices import Prices  # noqa: PLC0415

        d = dict(src_dict)
        livestock_type_ids = []
        _livestock_type_ids = d.pop("livestock_type_ids")
        for livestock_type_ids_item_data in _livestock_type_ids:
            livestock_type_ids_item = UUID(livestock_type_ids_item_data)

            livestock_type_ids.append(livestock_type_ids_item)

        meal_times = cast(list[str], d.pop("meal_times"))

        name = d.pop("name")

        package_type = check_package_in_package_type(d.pop("package_type"))

        _breed_ids = d.pop("breed_ids", UNSET)
        breed_ids: list[UUID] | Unset = UNSET
        if _breed_ids is not UNSET:
            breed_ids = []
            for breed_ids_item_data in _breed_ids:
                breed_ids_item = UUID(breed_ids_item_data)

                breed_ids.append(breed_ids_item)

        description = d.pop("description", UNSET)

        _farm_ids = d.pop("farm_ids", UNSET)
        farm_ids: list[UUID] | Unset = UNSET
        if _farm_ids is not UNSET:
            farm_ids = []
            for farm_ids_item_data in _farm_ids:
                farm_ids_item = UUID(farm_ids_item_data)

                farm_ids.append(farm_ids_item)

        _ingredients = d.pop("ingredients", UNSET)
        ingredients: list[Ingredient] | Unset = UNSET
        if _ingredients is not UNSET:
            ingredients = []
            for ingredients_item_data in _ingredients:
                ingredients_item = Ingredient.from_dict(ingredients_item_data)

                ingredients.append(ingredients_item)

        is_basic_ration = d.pop("is_basic_ration", UNSET)

        def _parse_least_age_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        least_age_days = _parse_least_age_days(d.pop("least_age_days", UNSET))

        def _parse_least_weight_kg(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        least_weight_kg = _parse_least_weight_kg(d.pop("least_weight_kg", UNSET))

        def _parse_most_age_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        most_age_days = _parse_most_age_days(d.pop("most_age_days", UNSET))

        def _parse_most_weight_kg(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        most_weight_kg = _parse_most_weight_kg(d.pop("most_weight_kg", UNSET))

        _nutrition = d.pop("nutrition", UNSET)
        nutrition: Nutrition | Unset
        if isinstance(_nutrition, Unset):
            nutrition = UNSET
        else:
            nutrition = Nutrition.from_dict(_nutrition)

        _prices = d.pop("prices", UNSET)
        prices: Prices | Unset
        if isinstance(_prices, Unset):
            prices = UNSET
        else:
            prices = Prices.from_dict(_prices)

        def _parse_ration_kg(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        ration_kg = _parse_ration_kg(d.pop("ration_kg", UNSET))

        def _parse_ration_percent(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        ration_percent = _parse_ration_percent(d.pop("ration_percent", UNSET))

        package_in = cls(
            livestock_type_ids=livestock_type_ids,
            meal_times=meal_times,
            name=name,
            package_type=package_type,
            breed_ids=breed_ids,
            description=description,
            farm_ids=farm_ids,
            ingredients=ingredients,
            is_basic_ration=is_basic_ration,
            least_age_days=least_age_days,
            least_weight_kg=least_weight_kg,
            most_age_days=most_age_days,
            most_weight_kg=most_weight_kg,
            nutrition=nutrition,
            prices=prices,
            ration_kg=ration_kg,
            ration_percent=ration_percent,
        )

        return package_in
