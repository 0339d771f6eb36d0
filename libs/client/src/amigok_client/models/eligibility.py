from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.eligibility_sex_type_0 import EligibilitySexType0, check_eligibility_sex_type_0
from ..types import UNSET, Unset

T = TypeVar("T", bound="Eligibility")


@_attrs_define
class Eligibility:
    """Which animals may enter; what is empty or null does not matter. The age is that at the start of the contest.

    A weight is the last that was measured. `owned_days` is how long the owner has had the animal when they register.

    """

    breed_ids: list[UUID] | Unset = UNSET
    farm_ids: list[UUID] | Unset = UNSET
    kyc: bool | Unset = False
    least_age_days: int | None | Unset = UNSET
    least_kg: float | None | str | Unset = UNSET
    livestock_type_ids: list[UUID] | Unset = UNSET
    most_age_days: int | None | Unset = UNSET
    most_kg: float | None | str | Unset = UNSET
    owned_days: int | Unset = 0
    sex: EligibilitySexType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        breed_ids: list[str] | Unset = UNSET
        if not isinstance(self.breed_ids, Unset):
            breed_ids = []
            for breed_ids_item_data in self.breed_ids:
                breed_ids_item = str(breed_ids_item_data)
                breed_ids.append(breed_ids_item)

        farm_ids: list[str] | Unset = UNSET
        if not isinstance(self.farm_ids, Unset):
            farm_ids = []
            for farm_ids_item_data in self.farm_ids:
                farm_ids_item = str(farm_ids_item_data)
                farm_ids.append(farm_ids_item)

        kyc = self.kyc

        least_age_days: int | None | Unset
        if isinstance(self.least_age_days, Unset):
            least_age_days = UNSET
        else:
            least_age_days = self.least_age_days

        least_kg: float | None | str | Unset
        if isinstance(self.least_kg, Unset):
            least_kg = UNSET
        else:
            least_kg = self.least_kg

        livestock_type_ids: list[str] | Unset = UNSET
        if not isinstance(self.livestock_type_ids, Unset):
            livestock_type_ids = []
            for livestock_type_ids_item_data in self.livestock_type_ids:
                livestock_type_ids_item = str(livestock_type_ids_item_data)
                livestock_type_ids.append(livestock_type_ids_item)

        most_age_days: int | None | Unset
        if isinstance(self.most_age_days, Unset):
            most_age_days = UNSET
        else:
            most_age_days = self.most_age_days

        most_kg: float | None | str | Unset
        if isinstance(self.most_kg, Unset):
            most_kg = UNSET
        else:
            most_kg = self.most_kg

        owned_days = self.owned_days

        sex: None | str | Unset
        if isinstance(self.sex, Unset):
            sex = UNSET
        elif isinstance(self.sex, str):
            sex = self.sex
        else:
            sex = self.sex

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if breed_ids is not UNSET:
            field_dict["breed_ids"] = breed_ids
        if farm_ids is not UNSET:
            field_dict["farm_ids"] = farm_ids
        if kyc is not UNSET:
            field_dict["kyc"] = kyc
        if least_age_days is not UNSET:
            field_dict["least_age_days"] = least_age_days
        if least_kg is not UNSET:
            field_dict["least_kg"] = least_kg
        if livestock_type_ids is not UNSET:
            field_dict["livestock_type_ids"] = livestock_type_ids
        if most_age_days is not UNSET:
            field_dict["most_age_days"] = most_age_days
        if most_kg is not UNSET:
            field_dict["most_kg"] = most_kg
        if owned_days is not UNSET:
            field_dict["owned_days"] = owned_days
        if sex is not UNSET:
            field_dict["sex"] = sex

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _breed_ids = d.pop("breed_ids", UNSET)
        breed_ids: list[UUID] | Unset = UNSET
        if _breed_ids is not UNSET:
            breed_ids = []
            for breed_ids_item_data in _breed_ids:
                breed_ids_item = UUID(breed_ids_item_data)

                breed_ids.append(breed_ids_item)

        _farm_ids = d.pop("farm_ids", UNSET)
        farm_ids: list[UUID] | Unset = UNSET
        if _farm_ids is not UNSET:
            farm_ids = []
            for farm_ids_item_data in _farm_ids:
                farm_ids_item = UUID(farm_ids_item_data)

                farm_ids.append(farm_ids_item)

        kyc = d.pop("kyc", UNSET)

        def _parse_least_age_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        least_age_days = _parse_least_age_days(d.pop("least_age_days", UNSET))

        def _parse_least_kg(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        least_kg = _parse_least_kg(d.pop("least_kg", UNSET))

        _livestock_type_ids = d.pop("livestock_type_ids", UNSET)
        livestock_type_ids: list[UUID] | Unset = UNSET
        if _livestock_type_ids is not UNSET:
            livestock_type_ids = []
            for livestock_type_ids_item_data in _livestock_type_ids:
                livestock_type_ids_item = UUID(livestock_type_ids_item_data)

                livestock_type_ids.append(livestock_type_ids_item)

        def _parse_most_age_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        most_age_days = _parse_most_age_days(d.pop("most_age_days", UNSET))

        def _parse_most_kg(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        most_kg = _parse_most_kg(d.pop("most_kg", UNSET))

        owned_days = d.pop("owned_days", UNSET)

        def _parse_sex(data: object) -> EligibilitySexType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sex_type_0 = check_eligibility_sex_type_0(data)

                return sex_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EligibilitySexType0 | None | Unset, data)

        sex = _parse_sex(d.pop("sex", UNSET))

        eligibility = cls(
            breed_ids=breed_ids,
            farm_ids=farm_ids,
            kyc=kyc,
            least_age_days=least_age_days,
            least_kg=least_kg,
            livestock_type_ids=livestock_type_ids,
            most_age_days=most_age_days,
            most_kg=most_kg,
            owned_days=owned_days,
            sex=sex,
        )

        return eligibility
