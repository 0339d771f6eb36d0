from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.schedule_every import ScheduleEvery, check_schedule_every
from ..types import UNSET, Unset

T = TypeVar("T", bound="Schedule")


@_attrs_define
class Schedule:
    """Each day, each week on a day of it (1 is Monday), or each month on a day of it, at this time of day."""

    every: ScheduleEvery
    at: str | Unset = "06:00"
    on: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        every: str = self.every

        at = self.at

        on: int | None | Unset
        if isinstance(self.on, Unset):
            on = UNSET
        else:
            on = self.on

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "every": every,
            }
        )
        if at is not UNSET:
            field_dict["at"] = at
        if on is not UNSET:
            field_dict["on"] = on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        every = check_schedule_every(d.pop("every"))

        at = d.pop("at", UNSET)

        def _parse_on(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        on = _parse_on(d.pop("on", UNSET))

        schedule = cls(
            every=every,
            at=at,
            on=on,
        )

        return schedule
