from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.range_ import Range
    from ..models.value import Value


T = TypeVar("T", bound="Facets")


@_attrs_define
class Facets:
    """What there is. Each facet counts as if nothing of itself were asked for.

    Of values the fifty most frequent are listed, of ranges those that have animals: prices in the currency that was
    asked for, weights in kg, ages in days. Of a yes or no the animals are counted that have it.

    """

    age_days: list[Range]
    breed_name: list[Value]
    farm: list[Value]
    has_photos: int
    health_cleared: int
    listing_type: list[Value]
    negotiable: int
    price: list[Range]
    price_per_kg: list[Range]
    rating: list[Range]
    sex: list[Value]
    type_name: list[Value]
    weight_kg: list[Range]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        age_days = []
        for age_days_item_data in self.age_days:
            age_days_item = age_days_item_data.to_dict()
            age_days.append(age_days_item)

        breed_name = []
        for breed_name_item_data in self.breed_name:
            breed_name_item = breed_name_item_data.to_dict()
            breed_name.append(breed_name_item)

        farm = []
        for farm_item_data in self.farm:
            farm_item = farm_item_data.to_dict()
            farm.append(farm_item)

        has_photos = self.has_photos

        health_cleared = self.health_cleared

        listing_type = []
        for listing_type_item_data in self.listing_type:
            listing_type_item = listing_type_item_data.to_dict()
            listing_type.append(listing_type_item)

        negotiable = self.negotiable

        price = []
        for price_item_data in self.price:
            price_item = price_item_data.to_dict()
            price.append(price_item)

        price_per_kg = []
        for price_per_kg_item_data in self.price_per_kg:
            price_per_kg_item = price_per_kg_item_data.to_dict()
            price_per_kg.append(price_per_kg_item)

        rating = []
        for rating_item_data in self.rating:
            rating_item = rating_item_data.to_dict()
            rating.append(rating_item)

        sex = []
        for sex_item_data in self.sex:
            sex_item = sex_item_data.to_dict()
            sex.append(sex_item)

        type_name = []
        for type_name_item_data in self.type_name:
            type_name_item = type_name_item_data.to_dict()
            type_name.append(type_name_item)

        weight_kg = []
        for weight_kg_item_data in self.weight_kg:
            weight_kg_item = weight_kg_item_data.to_dict()
            weight_kg.append(weight_kg_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "age_days": age_days,
                "breed_name": breed_name,
                "farm": farm,
                "has_photos": has_photos,
                "health_cleared": health_cleared,
                "listing_type": listing_type,
                "negotiable": negotiable,
                "price": price,
                "price_per_kg": price_per_kg,
                "rating": rating,
                "sex": sex,
                "type_name": type_name,
                "weight_kg": weight_kg,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.range_ import Range  # noqa: PLC0415
        from ..models.value import Value  # noqa: PLC0415

        d = dict(src_dict)
        age_days = []
        _age_days = d.pop("age_days")
        for age_days_item_data in _age_days:
            age_days_item = Range.from_dict(age_days_item_data)

            age_days.append(age_days_item)

        breed_name = []
        _breed_name = d.pop("breed_name")
        for breed_name_item_data in _breed_name:
            breed_name_item = Value.from_dict(breed_name_item_data)

            breed_name.append(breed_name_item)

        farm = []
        _farm = d.pop("farm")
        for farm_item_data in _farm:
            farm_item = Value.from_dict(farm_item_data)

            farm.append(farm_item)

        has_photos = d.pop("has_photos")

        health_cleared = d.pop("health_cleared")

        listing_type = []
        _listing_type = d.pop("listing_type")
        for listing_type_item_data in _listing_type:
            listing_type_item = Value.from_dict(listing_type_item_data)

            listing_type.append(listing_type_item)

        negotiable = d.pop("negotiable")

        price = []
        _price = d.pop("price")
        for price_item_data in _price:
            price_item = Range.from_dict(price_item_data)

            price.append(price_item)

        price_per_kg = []
        _price_per_kg = d.pop("price_per_kg")
        for price_per_kg_item_data in _price_per_kg:
            price_per_kg_item = Range.from_dict(price_per_kg_item_data)

            price_per_kg.append(price_per_kg_item)

        rating = []
        _rating = d.pop("rating")
        for rating_item_data in _rating:
            rating_item = Range.from_dict(rating_item_data)

            rating.append(rating_item)

        sex = []
        _sex = d.pop("sex")
        for sex_item_data in _sex:
            sex_item = Value.from_dict(sex_item_data)

            sex.append(sex_item)

        type_name = []
        _type_name = d.pop("type_name")
        for type_name_item_data in _type_name:
            type_name_item = Value.from_dict(type_name_item_data)

            type_name.append(type_name_item)

        weight_kg = []
        _weight_kg = d.pop("weight_kg")
        for weight_kg_item_data in _weight_kg:
            weight_kg_item = Range.from_dict(weight_kg_item_data)

            weight_kg.append(weight_kg_item)

        facets = cls(
            age_days=age_days,
            breed_name=breed_name,
            farm=farm,
            has_photos=has_photos,
            health_cleared=health_cleared,
            listing_type=listing_type,
            negotiable=negotiable,
            price=price,
            price_per_kg=price_per_kg,
            rating=rating,
            sex=sex,
            type_name=type_name,
            weight_kg=weight_kg,
        )

        facets.additional_properties = d
        return facets

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
