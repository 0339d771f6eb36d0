from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.payout_settlement_in_outcome import PayoutSettlementInOutcome, check_payout_settlement_in_outcome

T = TypeVar("T", bound="PayoutSettlementIn")


@_attrs_define
class PayoutSettlementIn:
    """The outcome that people have found out for a payout that its provider does not report."""

    outcome: PayoutSettlementInOutcome
    reason: str

    def to_dict(self) -> dict[str, Any]:
        outcome: str = self.outcome

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "outcome": outcome,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outcome = check_payout_settlement_in_outcome(d.pop("outcome"))

        reason = d.pop("reason")

        payout_settlement_in = cls(
            outcome=outcome,
            reason=reason,
        )

        return payout_settlement_in
