from typing import Literal

PayoutSettlementInOutcome = Literal["completed", "failed"]

PAYOUT_SETTLEMENT_IN_OUTCOME_VALUES: set[PayoutSettlementInOutcome] = {
    "completed",
    "failed",
}


def check_payout_settlement_in_outcome(value: str) -> PayoutSettlementInOutcome:
    if value in PAYOUT_SETTLEMENT_IN_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYOUT_SETTLEMENT_IN_OUTCOME_VALUES!r}")
