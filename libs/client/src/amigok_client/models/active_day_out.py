from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ActiveDayOut")


@_attrs_define
class ActiveDayOut:
    """A day: how many people did something on it, and within the 30 days that end with it."""

    daily: int | None
    day: datetime.date
    monthly: int | None
    stickiness: None | str
    """ `daily` as a part of `monthly` """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        daily: int | None
        daily = self.daily

        day = self.day.isoformat()

        monthly: int | None
        monthly = self.monthly

        stickiness: None | str
        stickiness = self.stickiness

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "daily": daily,
                "day": day,
                "monthly": monthly,
                "stickiness": stickiness,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_daily(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        daily = _parse_daily(d.pop("daily"))

        day = datetime.date.fromisoformat(d.pop("day"))

        def _parse_monthly(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        monthly = _parse_monthly(d.pop("monthly"))

        def _parse_stickiness(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        stickiness = _parse_stickiness(d.pop("stickiness"))

        active_day_out = cls(
            daily=daily,
            day=day,
            monthly=monthly,
            stickiness=stickiness,
        )

        active_day_out.additional_properties = d
        return active_day_out

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
