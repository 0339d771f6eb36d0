from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MonthOut")


@_attrs_define
class MonthOut:
    """The people who registered in a month, and the share of them that did something so many months later."""

    month: datetime.date
    people: int | None
    retained: list[None | str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        month = self.month.isoformat()

        people: int | None
        people = self.people

        retained = []
        for retained_item_data in self.retained:
            retained_item: None | str
            retained_item = retained_item_data
            retained.append(retained_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "month": month,
                "people": people,
                "retained": retained,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        month = datetime.date.fromisoformat(d.pop("month"))

        def _parse_people(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        people = _parse_people(d.pop("people"))

        retained = []
        _retained = d.pop("retained")
        for retained_item_data in _retained:

            def _parse_retained_item(data: object) -> None | str:
                if data is None:
                    return data
                return cast(None | str, data)

            retained_item = _parse_retained_item(retained_item_data)

            retained.append(retained_item)

        month_out = cls(
            month=month,
            people=people,
            retained=retained,
        )

        month_out.additional_properties = d
        return month_out

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
