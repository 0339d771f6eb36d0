from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.review_report_in_reason import ReviewReportInReason, check_review_report_in_reason
from ..types import UNSET, Unset

T = TypeVar("T", bound="ReviewReportIn")


@_attrs_define
class ReviewReportIn:
    """Why a review should not be there."""

    reason: ReviewReportInReason
    text: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        reason: str = self.reason

        text = self.text

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = check_review_report_in_reason(d.pop("reason"))

        text = d.pop("text", UNSET)

        review_report_in = cls(
            reason=reason,
            text=text,
        )

        return review_report_in
