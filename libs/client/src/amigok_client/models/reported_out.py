from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.reported_out_reason import ReportedOutReason, check_reported_out_reason

if TYPE_CHECKING:
    from ..models.marketplace_review_out import MarketplaceReviewOut


T = TypeVar("T", bound="ReportedOut")


@_attrs_define
class ReportedOut:
    """A review that somebody has reported."""

    order_id: UUID
    reason: ReportedOutReason
    reported_at: datetime.datetime
    review: MarketplaceReviewOut
    """ What one side of a completed order says of the other. Who they are it does not tell. """
    text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        order_id = str(self.order_id)

        reason: str = self.reason

        reported_at = self.reported_at.isoformat()

        review = self.review.to_dict()

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "order_id": order_id,
                "reason": reason,
                "reported_at": reported_at,
                "review": review,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.marketplace_review_out import MarketplaceReviewOut  # noqa: PLC0415

        d = dict(src_dict)
        order_id = UUID(d.pop("order_id"))

        reason = check_reported_out_reason(d.pop("reason"))

        reported_at = datetime.datetime.fromisoformat(d.pop("reported_at"))

        review = MarketplaceReviewOut.from_dict(d.pop("review"))

        text = d.pop("text")

        reported_out = cls(
            order_id=order_id,
            reason=reason,
            reported_at=reported_at,
            review=review,
            text=text,
        )

        reported_out.additional_properties = d
        return reported_out

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
