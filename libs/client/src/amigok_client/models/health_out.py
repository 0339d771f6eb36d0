from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="HealthOut")


@_attrs_define
class HealthOut:
    """What an animal needed in the time."""

    checkups: int
    doses_missed: int
    treatments: int
    vaccinations: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        checkups = self.checkups

        doses_missed = self.doses_missed

        treatments = self.treatments

        vaccinations = self.vaccinations

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "checkups": checkups,
                "doses_missed": doses_missed,
                "treatments": treatments,
                "vaccinations": vaccinations,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        checkups = d.pop("checkups")

        doses_missed = d.pop("doses_missed")

        treatments = d.pop("treatments")

        vaccinations = d.pop("vaccinations")

        health_out = cls(
            checkups=checkups,
            doses_missed=doses_missed,
            treatments=treatments,
            vaccinations=vaccinations,
        )

        health_out.additional_properties = d
        return health_out

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
