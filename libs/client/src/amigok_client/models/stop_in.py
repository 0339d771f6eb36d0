from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="StopIn")


@_attrs_define
class StopIn:
    """For how long nothing may leave; null: until you lift it."""

    hours: int | None

    def to_dict(self) -> dict[str, Any]:
        hours: int | None
        hours = self.hours

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "hours": hours,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_hours(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        hours = _parse_hours(d.pop("hours"))

        stop_in = cls(
            hours=hours,
        )

        return stop_in
