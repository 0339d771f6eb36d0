from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.cohort_out_age_months import CohortOutAgeMonths, check_cohort_out_age_months

T = TypeVar("T", bound="CohortOut")


@_attrs_define
class CohortOut:
    """The animals of the same type, breed and age. Of fewer than 10, `animals` and all shares are null.

    `mortality` is the share that died in the time, `treated` the share that was treated.

    """

    age_months: CohortOutAgeMonths
    animals: int | None
    breed_name: str
    farm_id: None | UUID
    mortality: None | str
    treated: None | str
    type_name: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        age_months: str = self.age_months

        animals: int | None
        animals = self.animals

        breed_name = self.breed_name

        farm_id: None | str
        if isinstance(self.farm_id, UUID):
            farm_id = str(self.farm_id)
        else:
            farm_id = self.farm_id

        mortality: None | str
        mortality = self.mortality

        treated: None | str
        treated = self.treated

        type_name = self.type_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "age_months": age_months,
                "animals": animals,
                "breed_name": breed_name,
                "farm_id": farm_id,
                "mortality": mortality,
                "treated": treated,
                "type_name": type_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        age_months = check_cohort_out_age_months(d.pop("age_months"))

        def _parse_animals(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        animals = _parse_animals(d.pop("animals"))

        breed_name = d.pop("breed_name")

        def _parse_farm_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                farm_id_type_0 = UUID(data)

                return farm_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        farm_id = _parse_farm_id(d.pop("farm_id"))

        def _parse_mortality(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        mortality = _parse_mortality(d.pop("mortality"))

        def _parse_treated(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        treated = _parse_treated(d.pop("treated"))

        type_name = d.pop("type_name")

        cohort_out = cls(
            age_months=age_months,
            animals=animals,
            breed_name=breed_name,
            farm_id=farm_id,
            mortality=mortality,
            treated=treated,
            type_name=type_name,
        )

        cohort_out.additional_properties = d
        return cohort_out

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
