from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="RemovalIn")


@_attrs_define
class RemovalIn:
    """`transport`: who fetches the animal, and how."""

    reason: str
    wished_on: datetime.date
    transport: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason

        wished_on = self.wished_on.isoformat()

        transport: None | str | Unset
        if isinstance(self.transport, Unset):
            transport = UNSET
        else:
            transport = self.transport

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
                "wished_on": wished_on,
            }
        )
        if transport is not UNSET:
            field_dict["transport"] = transport

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = d.pop("reason")

        wished_on = datetime.date.fromisoformat(d.pop("wished_on"))

        def _parse_transport(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        transport = _parse_transport(d.pop("transport", UNSET))

        removal_in = cls(
            reason=reason,
            wished_on=wished_on,
            transport=transport,
        )

        return removal_in
