from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.offspring_in_sex import OffspringInSex, check_offspring_in_sex
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="OffspringIn")


@_attrs_define
class OffspringIn:
    """One of the offspring. Breed and price per kg are the dam's unless given; another price needs a second person."""

    sex: OffspringInSex
    tag_number: str
    unique_id_card: str
    weight_kg: float | str
    breed_id: None | Unset | UUID = UNSET
    price_per_kg: MoneyAsked | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        sex: str = self.sex

        tag_number = self.tag_number

        unique_id_card = self.unique_id_card

        weight_kg: float | str
        weight_kg = self.weight_kg

        breed_id: None | str | Unset
        if isinstance(self.breed_id, Unset):
            breed_id = UNSET
        elif isinstance(self.breed_id, UUID):
            breed_id = str(self.breed_id)
        else:
            breed_id = self.breed_id

        price_per_kg: dict[str, Any] | None | Unset
        if isinstance(self.price_per_kg, Unset):
            price_per_kg = UNSET
        elif isinstance(self.price_per_kg, MoneyAsked):
            price_per_kg = self.price_per_kg.to_dict()
        else:
            price_per_kg = self.price_per_kg

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "sex": sex,
                "tag_number": tag_number,
                "unique_id_card": unique_id_card,
                "weight_kg": weight_kg,
            }
        )
        if breed_id is not UNSET:
            field_dict["breed_id"] = breed_id
        if price_per_kg is not UNSET:
            field_dict["price_per_kg"] = price_per_kg

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        sex = check_offspring_in_sex(d.pop("sex"))

        tag_number = d.pop("tag_number")

        unique_id_card = d.pop("unique_id_card")

        def _parse_weight_kg(data: object) -> float | str:
            return cast(float | str, data)

        weight_kg = _parse_weight_kg(d.pop("weight_kg"))

        def _parse_breed_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                breed_id_type_0 = UUID(data)

                return breed_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        breed_id = _parse_breed_id(d.pop("breed_id", UNSET))

        def _parse_price_per_kg(data: object) -> MoneyAsked | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                price_per_kg_type_0 = MoneyAsked.from_dict(data)

                return price_per_kg_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MoneyAsked | None | Unset, data)

        price_per_kg = _parse_price_per_kg(d.pop("price_per_kg", UNSET))

        offspring_in = cls(
            sex=sex,
            tag_number=tag_number,
            unique_id_card=unique_id_card,
            weight_kg=weight_kg,
            breed_id=breed_id,
            price_per_kg=price_per_kg,
        )

        return offspring_in
