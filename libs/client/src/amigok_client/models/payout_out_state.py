from typing import Literal

PayoutOutState = Literal["completed", "failed", "paid_after_all", "processing", "requested", "returned", "unknown"]

PAYOUT_OUT_STATE_VALUES: set[PayoutOutState] = {
    "completed",
    "failed",
    "paid_after_all",
    "processing",
    "requested",
    "returned",
    "unknown",
}


def check_payout_out_state(value: str) -> PayoutOutState:
    if value in PAYOUT_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYOUT_OUT_STATE_VALUES!r}")
