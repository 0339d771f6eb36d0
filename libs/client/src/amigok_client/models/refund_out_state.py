from typing import Literal

RefundOutState = Literal["completed", "failed", "held", "processing", "requested", "returned", "unknown"]

REFUND_OUT_STATE_VALUES: set[RefundOutState] = {
    "completed",
    "failed",
    "held",
    "processing",
    "requested",
    "returned",
    "unknown",
}


def check_refund_out_state(value: str) -> RefundOutState:
    if value in REFUND_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REFUND_OUT_STATE_VALUES!r}")
