from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="StreakCondition")


@_attrs_define
class StreakCondition:
    """The longest streak so far has so many days."""

    at_least: int
    type_: Literal["streak"]

    def to_dict(self) -> dict[str, Any]:
        at_least = self.at_least

        type_ = self.type_

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "at_least": at_least,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at_least = d.pop("at_least")

        type_ = cast(Literal["streak"], d.pop("type"))
        if type_ != "streak":
            raise ValueError(f"type must match const 'streak', got '{type_}'")

        streak_condition = cls(
            at_least=at_least,
            type_=type_,
        )

        return streak_condition
