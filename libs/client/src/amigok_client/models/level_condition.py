from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="LevelCondition")


@_attrs_define
class LevelCondition:
    """This level is reached."""

    at_least: int
    type_: Literal["level"]

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

        type_ = cast(Literal["level"], d.pop("type"))
        if type_ != "level":
            raise ValueError(f"type must match const 'level', got '{type_}'")

        level_condition = cls(
            at_least=at_least,
            type_=type_,
        )

        return level_condition
