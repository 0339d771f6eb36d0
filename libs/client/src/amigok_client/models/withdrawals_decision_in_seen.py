from typing import Literal

WithdrawalsDecisionInSeen = Literal["approved_once", "requested"]

WITHDRAWALS_DECISION_IN_SEEN_VALUES: set[WithdrawalsDecisionInSeen] = {
    "approved_once",
    "requested",
}


def check_withdrawals_decision_in_seen(value: str) -> WithdrawalsDecisionInSeen:
    if value in WITHDRAWALS_DECISION_IN_SEEN_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WITHDRAWALS_DECISION_IN_SEEN_VALUES!r}")
