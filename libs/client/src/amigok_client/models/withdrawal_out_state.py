from typing import Literal

WithdrawalOutState = Literal[
    "approved",
    "approved_once",
    "cancelled",
    "completed",
    "failed",
    "paid_after_all",
    "rejected",
    "requested",
    "returned",
]

WITHDRAWAL_OUT_STATE_VALUES: set[WithdrawalOutState] = {
    "approved",
    "approved_once",
    "cancelled",
    "completed",
    "failed",
    "paid_after_all",
    "rejected",
    "requested",
    "returned",
}


def check_withdrawal_out_state(value: str) -> WithdrawalOutState:
    if value in WITHDRAWAL_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WITHDRAWAL_OUT_STATE_VALUES!r}")
