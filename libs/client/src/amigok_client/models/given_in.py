from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="GivenIn")


@_attrs_define
class GivenIn:
    """When it was given, elsewhere or without a request."""

    given_on: datetime.date
    """ from 2000-01-01 before 2100-01-01 """

    def to_dict(self) -> dict[str, Any]:
        given_on = self.given_on.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "given_on": given_on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        given_on = datetime.date.fromisoformat(d.pop("given_on"))

        given_in = cls(
            given_on=given_on,
        )

        return given_in
