from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Estimate")


@_attrs_define
class Estimate:
    """What the animal weighs if it kept growing as before; not a measured weight. It is valid until `valid_until`."""

    as_of: datetime.datetime
    valid_until: datetime.datetime
    weight_kg: str
    estimated: bool | Unset = True
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        as_of = self.as_of.isoformat()

        valid_until = self.valid_until.isoformat()

        weight_kg = self.weight_kg

        estimated = self.estimated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "as_of": as_of,
                "valid_until": valid_until,
                "weight_kg": weight_kg,
            }
        )
        if estimated is not UNSET:
            field_dict["estimated"] = estimated

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        valid_until = datetime.datetime.fromisoformat(d.pop("valid_until"))

        weight_kg = d.pop("weight_kg")

        estimated = d.pop("estimated", UNSET)

        estimate = cls(
            as_of=as_of,
            valid_until=valid_until,
            weight_kg=weight_kg,
            estimated=estimated,
        )

        estimate.additional_properties = d
        return estimate

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
