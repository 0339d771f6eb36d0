from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.new_animal_in_sex import NewAnimalInSex, check_new_animal_in_sex
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="NewAnimalIn")


@_attrs_define
class NewAnimalIn:
    """An animal from outside. The farm registers it, or says why not."""

    breed_id: UUID
    farm_id: UUID
    price_per_kg: MoneyAsked
    """ An exact amount. Never a float. """
    sex: NewAnimalInSex
    tag_number: str
    unique_id_card: str
    weight_kg: float | str
    date_of_birth: datetime.date | None | Unset = UNSET
    eid: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        breed_id = str(self.breed_id)

        farm_id = str(self.farm_id)

        price_per_kg = self.price_per_kg.to_dict()

        sex: str = self.sex

        tag_number = self.tag_number

        unique_id_card = self.unique_id_card

        weight_kg: float | str
        weight_kg = self.weight_kg

        date_of_birth: None | str | Unset
        if isinstance(self.date_of_birth, Unset):
            date_of_birth = UNSET
        elif isinstance(self.date_of_birth, datetime.date):
            date_of_birth = self.date_of_birth.isoformat()
        else:
            date_of_birth = self.date_of_birth

        eid: None | str | Unset
        if isinstance(self.eid, Unset):
            eid = UNSET
        else:
            eid = self.eid

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "breed_id": breed_id,
                "farm_id": farm_id,
                "price_per_kg": price_per_kg,
                "sex": sex,
                "tag_number": tag_number,
                "unique_id_card": unique_id_card,
                "weight_kg": weight_kg,
            }
        )
        if date_of_birth is not UNSET:
            field_dict["date_of_birth"] = date_of_birth
        if eid is not UNSET:
            field_dict["eid"] = eid

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        breed_id = UUID(d.pop("breed_id"))

        farm_id = UUID(d.pop("farm_id"))

        price_per_kg = MoneyAsked.from_dict(d.pop("price_per_kg"))

        sex = check_new_animal_in_sex(d.pop("sex"))

        tag_number = d.pop("tag_number")

        unique_id_card = d.pop("unique_id_card")

        def _parse_weight_kg(data: object) -> float | str:
            return cast(float | str, data)

        weight_kg = _parse_weight_kg(d.pop("weight_kg"))

        def _parse_date_of_birth(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                date_of_birth_type_0 = datetime.date.fromisoformat(data)

                return date_of_birth_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        date_of_birth = _parse_date_of_birth(d.pop("date_of_birth", UNSET))

        def _parse_eid(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        eid = _parse_eid(d.pop("eid", UNSET))

        new_animal_in = cls(
            breed_id=breed_id,
            farm_id=farm_id,
            price_per_kg=price_per_kg,
            sex=sex,
            tag_number=tag_number,
            unique_id_card=unique_id_card,
            weight_kg=weight_kg,
            date_of_birth=date_of_birth,
            eid=eid,
        )

        return new_animal_in
