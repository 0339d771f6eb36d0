from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.saved_search_in_currency import SavedSearchInCurrency, check_saved_search_in_currency
from ..models.saved_search_in_listing_type_type_0 import (
    SavedSearchInListingTypeType0,
    check_saved_search_in_listing_type_type_0,
)
from ..models.saved_search_in_sex_type_0 import SavedSearchInSexType0, check_saved_search_in_sex_type_0
from ..types import UNSET, Unset

T = TypeVar("T", bound="SavedSearchIn")


@_attrs_define
class SavedSearchIn:
    """What you look for, as in a search, under a name. You are told of each listing once.

    Typing errors in words are corrected when you save it.

    """

    name: str
    breed_name: list[str] | Unset = UNSET
    currency: SavedSearchInCurrency | Unset = "USD"
    farm_id: list[UUID] | Unset = UNSET
    has_photos: bool | None | Unset = UNSET
    health_cleared: bool | None | Unset = UNSET
    """ Examined by a veterinarian in the last 90 days """
    listing_type: None | SavedSearchInListingTypeType0 | Unset = UNSET
    max_age_days: int | None | Unset = UNSET
    max_price: float | None | str | Unset = UNSET
    max_price_per_kg: float | None | str | Unset = UNSET
    max_weight_kg: float | None | str | Unset = UNSET
    min_age_days: int | None | Unset = UNSET
    min_price: float | None | str | Unset = UNSET
    min_price_per_kg: float | None | str | Unset = UNSET
    min_rating: float | None | str | Unset = UNSET
    """ The seller's """
    min_weight_kg: float | None | str | Unset = UNSET
    near: None | str | Unset = UNSET
    """ `latitude,longitude`: shows how far away each animal is """
    negotiable: bool | None | Unset = UNSET
    q: str | Unset = ""
    """ Words; typing errors in unknown words are corrected """
    sex: None | SavedSearchInSexType0 | Unset = UNSET
    type_name: list[str] | Unset = UNSET
    within_km: float | None | str | Unset = UNSET
    """ At most this far from `near` """

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        breed_name: list[str] | Unset = UNSET
        if not isinstance(self.breed_name, Unset):
            breed_name = self.breed_name

        currency: str | Unset = UNSET
        if not isinstance(self.currency, Unset):
            currency = self.currency

        farm_id: list[str] | Unset = UNSET
        if not isinstance(self.farm_id, Unset):
            farm_id = []
            for farm_id_item_data in self.farm_id:
                farm_id_item = str(farm_id_item_data)
                farm_id.append(farm_id_item)

        has_photos: bool | None | Unset
        if isinstance(self.has_photos, Unset):
            has_photos = UNSET
        else:
            has_photos = self.has_photos

        health_cleared: bool | None | Unset
        if isinstance(self.health_cleared, Unset):
            health_cleared = UNSET
        else:
            health_cleared = self.health_cleared

        listing_type: None | str | Unset
        if isinstance(self.listing_type, Unset):
            listing_type = UNSET
        elif isinstance(self.listing_type, str):
            listing_type = self.listing_type
        else:
            listing_type = self.listing_type

        max_age_days: int | None | Unset
        if isinstance(self.max_age_days, Unset):
            max_age_days = UNSET
        else:
            max_age_days = self.max_age_days

        max_price: float | None | str | Unset
        if isinstance(self.max_price, Unset):
            max_price = UNSET
        else:
            max_price = self.max_price

        max_price_per_kg: float | None | str | Unset
        if isinstance(self.max_price_per_kg, Unset):
            max_price_per_kg = UNSET
        else:
            max_price_per_kg = self.max_price_per_kg

        max_weight_kg: float | None | str | Unset
        if isinstance(self.max_weight_kg, Unset):
            max_weight_kg = UNSET
        else:
            max_weight_kg = self.max_weight_kg

        min_age_days: int | None | Unset
        if isinstance(self.min_age_days, Unset):
            min_age_days = UNSET
        else:
            min_age_days = self.min_age_days

        min_price: float | None | str | Unset
        if isinstance(self.min_price, Unset):
            min_price = UNSET
        else:
            min_price = self.min_price

        min_price_per_kg: float | None | str | Unset
        if isinstance(self.min_price_per_kg, Unset):
            min_price_per_kg = UNSET
        else:
            min_price_per_kg = self.min_price_per_kg

        min_rating: float | None | str | Unset
        if isinstance(self.min_rating, Unset):
            min_rating = UNSET
        else:
            min_rating = self.min_rating

        min_weight_kg: float | None | str | Unset
        if isinstance(self.min_weight_kg, Unset):
            min_weight_kg = UNSET
        else:
            min_weight_kg = self.min_weight_kg

        near: None | str | Unset
        if isinstance(self.near, Unset):
            near = UNSET
        else:
            near = self.near

        negotiable: bool | None | Unset
        if isinstance(self.negotiable, Unset):
            negotiable = UNSET
        else:
            negotiable = self.negotiable

        q = self.q

        sex: None | str | Unset
        if isinstance(self.sex, Unset):
            sex = UNSET
        elif isinstance(self.sex, str):
            sex = self.sex
        else:
            sex = self.sex

        type_name: list[str] | Unset = UNSET
        if not isinstance(self.type_name, Unset):
            type_name = self.type_name

        within_km: float | None | str | Unset
        if isinstance(self.within_km, Unset):
            within_km = UNSET
        else:
            within_km = self.within_km

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
        if farm_id is not UNSET:
            field_dict["farm_id"] = farm_id
        if has_photos is not UNSET:
            field_dict["has_photos"] = has_photos
        if health_cleared is not UNSET:
            field_dict["health_cleared"] = health_cleared
        if listing_type is not UNSET:
            field_dict["listing_type"] = listing_type
        if max_age_days is not UNSET:
            field_dict["max_age_days"] = max_age_days
        if max_price is not UNSET:
            field_dict["max_price"] = max_price
        if max_price_per_kg is not UNSET:
            field_dict["max_price_per_kg"] = max_price_per_kg
        if max_weight_kg is not UNSET:
            field_dict["max_weight_kg"] = max_weight_kg
        if min_age_days is not UNSET:
            field_dict["min_age_days"] = min_age_days
        if min_price is not UNSET:
            field_dict["min_price"] = min_price
        if min_price_per_kg is not UNSET:
            field_dict["min_price_per_kg"] = min_price_per_kg
        if min_rating is not UNSET:
            field_dict["min_rating"] = min_rating
        if min_weight_kg is not UNSET:
            field_dict["min_weight_kg"] = min_weight_kg
        if near is not UNSET:
            field_dict["near"] = near
        if negotiable is not UNSET:
            field_dict["negotiable"] = negotiable
        if q is not UNSET:
            field_dict["q"] = q
        if sex is not UNSET:
            field_dict["sex"] = sex
        if type_name is not UNSET:
            field_dict["type_name"] = type_name
        if within_km is not UNSET:
            field_dict["within_km"] = within_km

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        breed_name = cast(list[str], d.pop("breed_name", UNSET))

        _currency = d.pop("currency", UNSET)
        currency: SavedSearchInCurrency | Unset
        if isinstance(_currency, Unset):
            currency = UNSET
        else:
            currency = check_saved_search_in_currency(_currency)

        _farm_id = d.pop("farm_id", UNSET)
        farm_id: list[UUID] | Unset = UNSET
        if _farm_id is not UNSET:
            farm_id = []
            for farm_id_item_data in _farm_id:
                farm_id_item = UUID(farm_id_item_data)

                farm_id.append(farm_id_item)

        def _parse_has_photos(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        has_photos = _parse_has_photos(d.pop("has_photos", UNSET))

        def _parse_health_cleared(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        health_cleared = _parse_health_cleared(d.pop("health_cleared", UNSET))

        def _parse_listing_type(data: object) -> None | SavedSearchInListingTypeType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                listing_type_type_0 = check_saved_search_in_listing_type_type_0(data)

                return listing_type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SavedSearchInListingTypeType0 | Unset, data)

        listing_type = _parse_listing_type(d.pop("listing_type", UNSET))

        def _parse_max_age_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_age_days = _parse_max_age_days(d.pop("max_age_days", UNSET))

        def _parse_max_price(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        max_price = _parse_max_price(d.pop("max_price", UNSET))

        def _parse_max_price_per_kg(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        max_price_per_kg = _parse_max_price_per_kg(d.pop("max_price_per_kg", UNSET))

        def _parse_max_weight_kg(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        max_weight_kg = _parse_max_weight_kg(d.pop("max_weight_kg", UNSET))

        def _parse_min_age_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        min_age_days = _parse_min_age_days(d.pop("min_age_days", UNSET))

        def _parse_min_price(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        min_price = _parse_min_price(d.pop("min_price", UNSET))

        def _parse_min_price_per_kg(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        min_price_per_kg = _parse_min_price_per_kg(d.pop("min_price_per_kg", UNSET))

        def _parse_min_rating(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        min_rating = _parse_min_rating(d.pop("min_rating", UNSET))

        def _parse_min_weight_kg(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        min_weight_kg = _parse_min_weight_kg(d.pop("min_weight_kg", UNSET))

        def _parse_near(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        near = _parse_near(d.pop("near", UNSET))

        def _parse_negotiable(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        negotiable = _parse_negotiable(d.pop("negotiable", UNSET))

        q = d.pop("q", UNSET)

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

        type_name = cast(list[str], d.pop("type_name", UNSET))

        def _parse_within_km(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        within_km = _parse_within_km(d.pop("within_km", UNSET))

        saved_search_in = cls(
            name=name,
            breed_name=breed_name,
            currency=currency,
            farm_id=farm_id,
            has_photos=has_photos,
            health_cleared=health_cleared,
            listing_type=listing_type,
            max_age_days=max_age_days,
            max_price=max_price,
            max_price_per_kg=max_price_per_kg,
            max_weight_kg=max_weight_kg,
            min_age_days=min_age_days,
            min_price=min_price,
            min_price_per_kg=min_price_per_kg,
            min_rating=min_rating,
            min_weight_kg=min_weight_kg,
            near=near,
            negotiable=negotiable,
            q=q,
            sex=sex,
            type_name=type_name,
            within_km=within_km,
        )

        return saved_search_in
