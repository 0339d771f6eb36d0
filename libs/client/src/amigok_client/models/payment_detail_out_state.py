from typing import Literal

PaymentDetailOutState = Literal[
    "cancelled", "completed", "created", "declined", "processing", "requires_action", "unknown"
]

PAYMENT_DETAIL_OUT_STATE_VALUES: set[PaymentDetailOutState] = {
    "cancelled",
    "completed",
    "created",
    "declined",
    "processing",
    "requires_action",
    "unknown",
}


def check_payment_detail_out_state(value: str) -> PaymentDetailOutState:
    if value in PAYMENT_DETAIL_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_DETAIL_OUT_STATE_VALUES!r}")
