from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Bounds")


@_attrs_define
class Bounds:
    """The bounds of one type. Those that are not given keep their defaults."""

    birth_interval_days: int | Unset = 150
    """ The least time between two births of one dam """
    dam_age_days: int | Unset = 180
    """ The least age of a dam """
    gain_permille: int | Unset = 10
    """ The most that an animal gains a day, of the reference """
    grown_percent: int | Unset = 200
    """ The most that an animal weighs, of the reference """
    heaviest_kg: int | Unset = 1500
    """ The most that any animal weighs """
    litter: int | Unset = 4
    """ The most offspring of one birth """
    newborn_percent: int | Unset = 15
    """ The most that an offspring weighs, of its dam's weight """

    def to_dict(self) -> dict[str, Any]:
        birth_interval_days = self.birth_interval_days

        dam_age_days = self.dam_age_days

        gain_permille = self.gain_permille

        grown_percent = self.grown_percent

        heaviest_kg = self.heaviest_kg

        litter = self.litter

        newborn_percent = self.newborn_percent

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if birth_interval_days is not UNSET:
            field_dict["birth_interval_days"] = birth_interval_days
        if dam_age_days is not UNSET:
            field_dict["dam_age_days"] = dam_age_days
        if gain_permille is not UNSET:
            field_dict["gain_permille"] = gain_permille
        if grown_percent is not UNSET:
            field_dict["grown_percent"] = grown_percent
        if heaviest_kg is not UNSET:
            field_dict["heaviest_kg"] = heaviest_kg
        if litter is not UNSET:
            field_dict["litter"] = litter
        if newborn_percent is not UNSET:
            field_dict["newborn_percent"] = newborn_percent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        birth_interval_days = d.pop("birth_interval_days", UNSET)

        dam_age_days = d.pop("dam_age_days", UNSET)

        gain_permille = d.pop("gain_permille", UNSET)

        grown_percent = d.pop("grown_percent", UNSET)

        heaviest_kg = d.pop("heaviest_kg", UNSET)

        litter = d.pop("litter", UNSET)

        newborn_percent = d.pop("newborn_percent", UNSET)

        bounds = cls(
            birth_interval_days=birth_interval_days,
            dam_age_days=dam_age_days,
            gain_permille=gain_permille,
            grown_percent=grown_percent,
            heaviest_kg=heaviest_kg,
            litter=litter,
            newborn_percent=newborn_percent,
        )

        return bounds
