from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Nutrition")


@_attrs_define
class Nutrition:
    """What is in a kg of the ration; dry matter in percent of the mass, the rest in the dry matter."""

    crude_protein_percent: float | None | str | Unset = UNSET
    dry_matter_percent: float | None | str | Unset = UNSET
    energy_mj_per_kg: float | None | str | Unset = UNSET
    fibre_percent: float | None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        crude_protein_percent: float | None | str | Unset
        if isinstance(self.crude_protein_percent, Unset):
            crude_protein_percent = UNSET
        else:
            crude_protein_percent = self.crude_protein_percent

        dry_matter_percent: float | None | str | Unset
        if isinstance(self.dry_matter_percent, Unset):
            dry_matter_percent = UNSET
        else:
            dry_matter_percent = self.dry_matter_percent

        energy_mj_per_kg: float | None | str | Unset
        if isinstance(self.energy_mj_per_kg, Unset):
            energy_mj_per_kg = UNSET
        else:
            energy_mj_per_kg = self.energy_mj_per_kg

        fibre_percent: float | None | str | Unset
        if isinstance(self.fibre_percent, Unset):
            fibre_percent = UNSET
        else:
            fibre_percent = self.fibre_percent

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if crude_protein_percent is not UNSET:
            field_dict["crude_protein_percent"] = crude_protein_percent
        if dry_matter_percent is not UNSET:
            field_dict["dry_matter_percent"] = dry_matter_percent
        if energy_mj_per_kg is not UNSET:
            field_dict["energy_mj_per_kg"] = energy_mj_per_kg
        if fibre_percent is not UNSET:
            field_dict["fibre_percent"] = fibre_percent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_crude_protein_percent(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        crude_protein_percent = _parse_crude_protein_percent(d.pop("crude_protein_percent", UNSET))

        def _parse_dry_matter_percent(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        dry_matter_percent = _parse_dry_matter_percent(d.pop("dry_matter_percent", UNSET))

        def _parse_energy_mj_per_kg(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        energy_mj_per_kg = _parse_energy_mj_per_kg(d.pop("energy_mj_per_kg", UNSET))

        def _parse_fibre_percent(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        fibre_percent = _parse_fibre_percent(d.pop("fibre_percent", UNSET))

        nutrition = cls(
            crude_protein_percent=crude_protein_percent,
            dry_matter_percent=dry_matter_percent,
            energy_mj_per_kg=energy_mj_per_kg,
            fibre_percent=fibre_percent,
        )

        return nutrition
