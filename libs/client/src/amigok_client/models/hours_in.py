from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="HoursIn")


@_attrs_define
class HoursIn:
    """From when to when one works on a weekday: 1 is Monday. A night is two of them, until 24:00 and from 00:00."""

    begins: str
    ends: str
    weekday: int

    def to_dict(self) -> dict[str, Any]:
        begins = self.begins

        ends = self.ends

        weekday = self.weekday

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "begins": begins,
                "ends": ends,
                "weekday": weekday,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        begins = d.pop("begins")

        ends = d.pop("ends")

        weekday = d.pop("weekday")

        hours_in = cls(
            begins=begins,
            ends=ends,
            weekday=weekday,
        )

        return hours_in
