from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.saved_search_in_currency import SavedSearchInCurrency, check_saved_search_in_currency
from ..models.saved_search_in_sex_type_0 import SavedSearchInSexType0, check_saved_search_in_sex_type_0
from ..types import UNSET, Unset

T = TypeVar("T", bound="SavedSearchIn")


@_attrs_define
class SavedSearchIn:
    """What you look for: all that is named must fit. You are told of each listing once."""

    name: str
    breed_name: None | str | Unset = UNSET
    currency: SavedSearchInCurrency | Unset = "USD"
    max_price: float | None | str | Unset = UNSET
    max_weight_kg: float | None | str | Unset = UNSET
    min_price: float | None | str | Unset = UNSET
    min_weight_kg: float | None | str | Unset = UNSET
    sex: None | SavedSearchInSexType0 | Unset = UNSET
    type_name: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        breed_name: None | str | Unset
        if isinstance(self.breed_name, Unset):
            breed_name = UNSET
        else:
            breed_name = self.breed_name

        currency: str | Unset = UNSET
        if not isinstance(self.currency, Unset):
            currency = self.currency

        max_price: float | None | str | Unset
        if isinstance(self.max_price, Unset):
            max_price = UNSET
        else:
            max_price = self.max_price

        max_weight_kg: float | None | str | Unset
        if isinstance(self.max_weight_kg, Unset):
            max_weight_kg = UNSET
        else:
            max_weight_kg = self.max_weight_kg

        min_price: float | None | str | Unset
        if isinstance(self.min_price, Unset):
            min_price = UNSET
        else:
            min_price = self.min_price

        min_weight_kg: float | None | str | Unset
        if isinstance(self.min_weight_kg, Unset):
            min_weight_kg = UNSET
        else:
            min_weight_kg = self.min_weight_kg

        sex: None | str | Unset
        if isinstance(self.sex, Unset):
            sex = UNSET
        elif isinstance(self.sex, str):
            sex = self.sex
        else:
            sex = self.sex

        type_name: None | str | Unset
        if isinstance(self.type_name, Unset):
            type_name = UNSET
        else:
            type_name = self.type_name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if breed_name is not UNSET:
            field_dict["breed_name"] = breed_name
        if currency is not UNSET:
            field_dict["currency"] = currency
        if max_price is not UNSET:
            field_dict["max_price"] = max_price
        if max_weight_kg is not UNSET:
            field_dict["max_weight_kg"] = max_weight_kg
        if min_price is not UNSET:
            field_dict["min_price"] = min_price
        if min_weight_kg is not UNSET:
            field_dict["min_weight_kg"] = min_weight_kg
        if sex is not UNSET:
            field_dict["sex"] = sex
        if type_name is not UNSET:
            field_dict["type_name"] = type_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        def _parse_breed_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        breed_name = _parse_breed_name(d.pop("breed_name", UNSET))

        _currency = d.pop("currency", UNSET)
        currency: SavedSearchInCurrency | Unset
        if isinstance(_currency, Unset):
            currency = UNSET
        else:
            currency = check_saved_search_in_currency(_currency)

        def _parse_max_price(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        max_price = _parse_max_price(d.pop("max_price", UNSET))

        def _parse_max_weight_kg(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        max_weight_kg = _parse_max_weight_kg(d.pop("max_weight_kg", UNSET))

        def _parse_min_price(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        min_price = _parse_min_price(d.pop("min_price", UNSET))

        def _parse_min_weight_kg(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        min_weight_kg = _parse_min_weight_kg(d.pop("min_weight_kg", UNSET))

        def _parse_sex(data: object) -> None | SavedSearchInSexType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sex_type_0 = check_saved_search_in_sex_type_0(data)

                return sex_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SavedSearchInSexType0 | Unset, data)

        sex = _parse_sex(d.pop("sex", UNSET))

        def _parse_type_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        type_name = _parse_type_name(d.pop("type_name", UNSET))

        saved_search_in = cls(
            name=name,
            breed_name=breed_name,
            currency=currency,
            max_price=max_price,
            max_weight_kg=max_weight_kg,
            min_price=min_price,
            min_weight_kg=min_weight_kg,
            sex=sex,
            type_name=type_name,
        )

        return saved_search_in
