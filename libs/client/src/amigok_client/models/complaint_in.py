from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.complaint_in_reason import ComplaintInReason, check_complaint_in_reason
from ..models.complaint_in_refund_to import ComplaintInRefundTo, check_complaint_in_refund_to
from ..types import UNSET, Unset

T = TypeVar("T", bound="ComplaintIn")


@_attrs_define
class ComplaintIn:
    """What is wrong, and where the price should go if the order is undone: into the wallet, or to where it came from.

    What was paid from the wallet goes there in any case.

    """

    reason: ComplaintInReason
    text: str
    refund_to: ComplaintInRefundTo | Unset = "wallet"

    def to_dict(self) -> dict[str, Any]:
        reason: str = self.reason

        text = self.text

        refund_to: str | Unset = UNSET
        if not isinstance(self.refund_to, Unset):
            refund_to = self.refund_to

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
                "text": text,
            }
        )
        if refund_to is not UNSET:
            field_dict["refund_to"] = refund_to

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = check_complaint_in_reason(d.pop("reason"))

        text = d.pop("text")

        _refund_to = d.pop("refund_to", UNSET)
        refund_to: ComplaintInRefundTo | Unset
        if isinstance(_refund_to, Unset):
            refund_to = UNSET
        else:
            refund_to = check_complaint_in_refund_to(_refund_to)

        complaint_in = cls(
            reason=reason,
            text=text,
            refund_to=refund_to,
        )

        return complaint_in
