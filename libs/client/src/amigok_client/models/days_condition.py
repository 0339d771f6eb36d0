from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..models.days_condition_of_item import DaysConditionOfItem, check_days_condition_of_item

T = TypeVar("T", bound="DaysCondition")


@_attrs_define
class DaysCondition:
    """On so many days one of these was done."""

    at_least: int
    of: list[DaysConditionOfItem]
    type_: Literal["days"]

    def to_dict(self) -> dict[str, Any]:
        at_least = self.at_least

        of = []
        for of_item_data in self.of:
            of_item: str = of_item_data
            of.append(of_item)

        type_ = self.type_

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "at_least": at_least,
                "of": of,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at_least = d.pop("at_least")

        of = []
        _of = d.pop("of")
        for of_item_data in _of:
            of_item = check_days_condition_of_item(of_item_data)

            of.append(of_item)

        type_ = cast(Literal["days"], d.pop("type"))
        if type_ != "days":
            raise ValueError(f"type must match const 'days', got '{type_}'")

        days_condition = cls(
            at_least=at_least,
            of=of,
            type_=type_,
        )

        return days_condition
