from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CareDeclineIn")


@_attrs_define
class CareDeclineIn:
    quote_version: int
    """ The quote that you have seen """

    def to_dict(self) -> dict[str, Any]:
        quote_version = self.quote_version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "quote_version": quote_version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        quote_version = d.pop("quote_version")

        care_decline_in = cls(
            quote_version=quote_version,
        )

        return care_decline_in
