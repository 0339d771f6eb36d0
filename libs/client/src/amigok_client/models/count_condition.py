from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..models.count_condition_of_item import CountConditionOfItem, check_count_condition_of_item
from ..types import UNSET, Unset

T = TypeVar("T", bound="CountCondition")


@_attrs_define
class CountCondition:
    """So many times one of these was done; `within_days`: in some time of so many days in a row."""

    at_least: int
    of: list[CountConditionOfItem]
    type_: Literal["count"]
    within_days: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        at_least = self.at_least

        of = []
        for of_item_data in self.of:
            of_item: str = of_item_data
            of.append(of_item)

        type_ = self.type_

        within_days: int | None | Unset
        if isinstance(self.within_days, Unset):
            within_days = UNSET
        else:
            within_days = self.within_days

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "at_least": at_least,
                "of": of,
                "type": type_,
            }
        )
        if within_days is not UNSET:
            field_dict["within_days"] = within_days

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at_least = d.pop("at_least")

        of = []
        _of = d.pop("of")
        for of_item_data in _of:
            of_item = check_count_condition_of_item(of_item_data)

            of.append(of_item)

        type_ = cast(Literal["count"], d.pop("type"))
        if type_ != "count":
            raise ValueError(f"type must match const 'count', got '{type_}'")

        def _parse_within_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        within_days = _parse_within_days(d.pop("within_days", UNSET))

        count_condition = cls(
            at_least=at_least,
            of=of,
            type_=type_,
            within_days=within_days,
        )

        return count_condition
