from typing import Literal

PaymentStepOutState = Literal[
    "cancelled", "completed", "created", "declined", "processing", "requires_action", "unknown"
]

PAYMENT_STEP_OUT_STATE_VALUES: set[PaymentStepOutState] = {
    "cancelled",
    "completed",
    "created",
    "declined",
    "processing",
    "requires_action",
    "unknown",
}


def check_payment_step_out_state(value: str) -> PaymentStepOutState:
    if value in PAYMENT_STEP_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_STEP_OUT_STATE_VALUES!r}")
