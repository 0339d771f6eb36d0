from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="UseOut")


@_attrs_define
class UseOut:
    """How many milligrams of active substance of a class were given, and how many for each kilogram of animal."""

    antimicrobial_class: str
    mg_per_kg: None | str
    milligrams: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        antimicrobial_class = self.antimicrobial_class

        mg_per_kg: None | str
        mg_per_kg = self.mg_per_kg

        milligrams = self.milligrams

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "antimicrobial_class": antimicrobial_class,
                "mg_per_kg": mg_per_kg,
                "milligrams": milligrams,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        antimicrobial_class = d.pop("antimicrobial_class")

        def _parse_mg_per_kg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        mg_per_kg = _parse_mg_per_kg(d.pop("mg_per_kg"))

        milligrams = d.pop("milligrams")

        use_out = cls(
            antimicrobial_class=antimicrobial_class,
            mg_per_kg=mg_per_kg,
            milligrams=milligrams,
        )

        use_out.additional_properties = d
        return use_out

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
