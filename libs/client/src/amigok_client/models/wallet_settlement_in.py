from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.wallet_settlement_in_outcome import WalletSettlementInOutcome, check_wallet_settlement_in_outcome

T = TypeVar("T", bound="WalletSettlementIn")


@_attrs_define
class WalletSettlementIn:
    """What becomes of proceeds whose payment was lost: they are the payee's, or kept against the loss."""

    outcome: WalletSettlementInOutcome
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
        outcome = check_wallet_settlement_in_outcome(d.pop("outcome"))

        reason = d.pop("reason")

        wallet_settlement_in = cls(
            outcome=outcome,
            reason=reason,
        )

        return wallet_settlement_in
