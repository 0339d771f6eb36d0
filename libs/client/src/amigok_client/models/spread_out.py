from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SpreadOut")


@_attrs_define
class SpreadOut:
    """A measure of so many animals: quarters of them are below `low`, up to `middle`, up to `high`, and above."""

    animals: int
    high: str
    low: str
    middle: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        animals = self.animals

        high = self.high

        low = self.low

        middle = self.middle

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "animals": animals,
                "high": high,
                "low": low,
                "middle": middle,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        animals = d.pop("animals")

        high = d.pop("high")

        low = d.pop("low")

        middle = d.pop("middle")

        spread_out = cls(
            animals=animals,
            high=high,
            low=low,
            middle=middle,
        )

        spread_out.additional_properties = d
        return spread_out

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
