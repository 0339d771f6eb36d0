from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.saved_search_out_sex_type_0 import SavedSearchOutSexType0, check_saved_search_out_sex_type_0

T = TypeVar("T", bound="SavedSearchOut")


@_attrs_define
class SavedSearchOut:
    """A saved search."""

    breed_name: None | str
    currency: str
    id: UUID
    max_price: None | str
    max_weight_kg: None | str
    min_price: None | str
    min_weight_kg: None | str
    name: str
    saved_at: datetime.datetime
    sex: None | SavedSearchOutSexType0
    type_name: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        breed_name: None | str
        breed_name = self.breed_name

        currency = self.currency

        id = str(self.id)

        max_price: None | str
        max_price = self.max_price

        max_weight_kg: None | str
        max_weight_kg = self.max_weight_kg

        min_price: None | str
        min_price = self.min_price

        min_weight_kg: None | str
        min_weight_kg = self.min_weight_kg

        name = self.name

        saved_at = self.saved_at.isoformat()

        sex: None | str
        if isinstance(self.sex, str):
            sex = self.sex
        else:
            sex = self.sex

        type_name: None | str
        type_name = self.type_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "breed_name": breed_name,
                "currency": currency,
                "id": id,
                "max_price": max_price,
                "max_weight_kg": max_weight_kg,
                "min_price": min_price,
                "min_weight_kg": min_weight_kg,
                "name": name,
                "saved_at": saved_at,
                "sex": sex,
                "type_name": type_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_breed_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        breed_name = _parse_breed_name(d.pop("breed_name"))

        currency = d.pop("currency")

        id = UUID(d.pop("id"))

        def _parse_max_price(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        max_price = _parse_max_price(d.pop("max_price"))

        def _parse_max_weight_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        max_weight_kg = _parse_max_weight_kg(d.pop("max_weight_kg"))

        def _parse_min_price(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        min_price = _parse_min_price(d.pop("min_price"))

        def _parse_min_weight_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        min_weight_kg = _parse_min_weight_kg(d.pop("min_weight_kg"))

        name = d.pop("name")

        saved_at = datetime.datetime.fromisoformat(d.pop("saved_at"))

        def _parse_sex(data: object) -> None | SavedSearchOutSexType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sex_type_0 = check_saved_search_out_sex_type_0(data)

                return sex_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SavedSearchOutSexType0, data)

        sex = _parse_sex(d.pop("sex"))

        def _parse_type_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        type_name = _parse_type_name(d.pop("type_name"))

        saved_search_out = cls(
            breed_name=breed_name,
            currency=currency,
            id=id,
            max_price=max_price,
            max_weight_kg=max_weight_kg,
            min_price=min_price,
            min_weight_kg=min_weight_kg,
            name=name,
            saved_at=saved_at,
            sex=sex,
            type_name=type_name,
        )

        saved_search_out.additional_properties = d
        return saved_search_out

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
