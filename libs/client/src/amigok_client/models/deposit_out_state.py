from typing import Literal

DepositOutState = Literal["completed", "failed", "requested"]

DEPOSIT_OUT_STATE_VALUES: set[DepositOutState] = {
    "completed",
    "failed",
    "requested",
}


def check_deposit_out_state(value: str) -> DepositOutState:
    if value in DEPOSIT_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DEPOSIT_OUT_STATE_VALUES!r}")
