from typing import Literal

PaymentOutState = Literal["cancelled", "completed", "created", "declined", "processing", "requires_action", "unknown"]

PAYMENT_OUT_STATE_VALUES: set[PaymentOutState] = {
    "cancelled",
    "completed",
    "created",
    "declined",
    "processing",
    "requires_action",
    "unknown",
}


def check_payment_out_state(value: str) -> PaymentOutState:
    if value in PAYMENT_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_OUT_STATE_VALUES!r}")
