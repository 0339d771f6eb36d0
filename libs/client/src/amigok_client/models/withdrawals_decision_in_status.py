from typing import Literal

WithdrawalsDecisionInStatus = Literal["approved", "rejected"]

WITHDRAWALS_DECISION_IN_STATUS_VALUES: set[WithdrawalsDecisionInStatus] = {
    "approved",
    "rejected",
}


def check_withdrawals_decision_in_status(value: str) -> WithdrawalsDecisionInStatus:
    if value in WITHDRAWALS_DECISION_IN_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WITHDRAWALS_DECISION_IN_STATUS_VALUES!r}")
