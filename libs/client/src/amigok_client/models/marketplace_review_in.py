from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.marketplace_review_in_reason import MarketplaceReviewInReason, check_marketplace_review_in_reason
from ..models.marketplace_review_in_verdict import MarketplaceReviewInVerdict, check_marketplace_review_in_verdict
from ..types import UNSET, Unset

T = TypeVar("T", bound="MarketplaceReviewIn")


@_attrs_define
class MarketplaceReviewIn:
    """What you decide on a listing that was reported or flagged, in the version that you have read, and why."""

    note: str
    verdict: MarketplaceReviewInVerdict
    version: int
    """ The version that you have read """
    reason: MarketplaceReviewInReason | Unset = "other"

    def to_dict(self) -> dict[str, Any]:
        note = self.note

        verdict: str = self.verdict

        version = self.version

        reason: str | Unset = UNSET
        if not isinstance(self.reason, Unset):
            reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "note": note,
                "verdict": verdict,
                "version": version,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        note = d.pop("note")

        verdict = check_marketplace_review_in_verdict(d.pop("verdict"))

        version = d.pop("version")

        _reason = d.pop("reason", UNSET)
        reason: MarketplaceReviewInReason | Unset
        if isinstance(_reason, Unset):
            reason = UNSET
        else:
            reason = check_marketplace_review_in_reason(_reason)

        marketplace_review_in = cls(
            note=note,
            verdict=verdict,
            version=version,
            reason=reason,
        )

        return marketplace_review_in
