from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.registration_in_sex import RegistrationInSex, check_registration_in_sex
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="RegistrationIn")


@_attrs_define
class RegistrationIn:
    """An animal that is registered on its own."""

    breed_id: UUID
    farm_id: UUID
    price_per_kg: MoneyAsked
    """ An exact amount. Never a float. """
    sex: RegistrationInSex
    tag_number: str
    unique_id_card: str
    weight_kg: float | str
    birth_dam_id: None | Unset | UUID = UNSET
    client_id: None | Unset | UUID = UNSET
    """ The phone's own id of this entry. An entry that is sent again is recorded once. """
    date_of_birth: datetime.date | None | Unset = UNSET
    eid: None | str | Unset = UNSET
    genetic_dam_id: None | Unset | UUID = UNSET
    sire_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        breed_id = str(self.breed_id)

        farm_id = str(self.farm_id)

        price_per_kg = self.price_per_kg.to_dict()

        sex: str = self.sex

        tag_number = self.tag_number

        unique_id_card = self.unique_id_card

        weight_kg: float | str
        weight_kg = self.weight_kg

        birth_dam_id: None | str | Unset
        if isinstance(self.birth_dam_id, Unset):
            birth_dam_id = UNSET
        elif isinstance(self.birth_dam_id, UUID):
            birth_dam_id = str(self.birth_dam_id)
        else:
            birth_dam_id = self.birth_dam_id

        client_id: None | str | Unset
        if isinstance(self.client_id, Unset):
            client_id = UNSET
        elif isinstance(self.client_id, UUID):
            client_id = str(self.client_id)
        else:
            client_id = self.client_id

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

        genetic_dam_id: None | str | Unset
        if isinstance(self.genetic_dam_id, Unset):
            genetic_dam_id = UNSET
        elif isinstance(self.genetic_dam_id, UUID):
            genetic_dam_id = str(self.genetic_dam_id)
        else:
            genetic_dam_id = self.genetic_dam_id

        sire_id: None | str | Unset
        if isinstance(self.sire_id, Unset):
            sire_id = UNSET
        elif isinstance(self.sire_id, UUID):
            sire_id = str(self.sire_id)
        else:
            sire_id = self.sire_id

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
        if birth_dam_id is not UNSET:
            field_dict["birth_dam_id"] = birth_dam_id
        if client_id is not UNSET:
            field_dict["client_id"] = client_id
        if date_of_birth is not UNSET:
            field_dict["date_of_birth"] = date_of_birth
        if eid is not UNSET:
            field_dict["eid"] = eid
        if genetic_dam_id is not UNSET:
            field_dict["genetic_dam_id"] = genetic_dam_id
        if sire_id is not UNSET:
            field_dict["sire_id"] = sire_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        breed_id = UUID(d.pop("breed_id"))

        farm_id = UUID(d.pop("farm_id"))

        price_per_kg = MoneyAsked.from_dict(d.pop("price_per_kg"))

        sex = check_registration_in_sex(d.pop("sex"))

        tag_number = d.pop("tag_number")

        unique_id_card = d.pop("unique_id_card")

        def _parse_weight_kg(data: object) -> float | str:
            return cast(float | str, data)

        weight_kg = _parse_weight_kg(d.pop("weight_kg"))

        def _parse_birth_dam_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                birth_dam_id_type_0 = UUID(data)

                return birth_dam_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        birth_dam_id = _parse_birth_dam_id(d.pop("birth_dam_id", UNSET))

        def _parse_client_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                client_id_type_0 = UUID(data)

                return client_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        client_id = _parse_client_id(d.pop("client_id", UNSET))

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

        def _parse_genetic_dam_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                genetic_dam_id_type_0 = UUID(data)

                return genetic_dam_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        genetic_dam_id = _parse_genetic_dam_id(d.pop("genetic_dam_id", UNSET))

        def _parse_sire_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sire_id_type_0 = UUID(data)

                return sire_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        sire_id = _parse_sire_id(d.pop("sire_id", UNSET))

        registration_in = cls(
            breed_id=breed_id,
            farm_id=farm_id,
            price_per_kg=price_per_kg,
            sex=sex,
            tag_number=tag_number,
            unique_id_card=unique_id_card,
            weight_kg=weight_kg,
            birth_dam_id=birth_dam_id,
            client_id=client_id,
            date_of_birth=date_of_birth,
            eid=eid,
            genetic_dam_id=genetic_dam_id,
            sire_id=sire_id,
        )

        return registration_in
