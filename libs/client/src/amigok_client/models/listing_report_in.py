from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.listing_report_in_reason import ListingReportInReason, check_listing_report_in_reason
from ..types import UNSET, Unset

T = TypeVar("T", bound="ListingReportIn")


@_attrs_define
class ListingReportIn:
    """What is wrong with a listing."""

    reason: ListingReportInReason
    note: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        reason: str = self.reason

        note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = check_listing_report_in_reason(d.pop("reason"))

        note = d.pop("note", UNSET)

        listing_report_in = cls(
            reason=reason,
            note=note,
        )

        return listing_report_in
