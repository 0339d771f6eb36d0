from typing import Literal

PaymentDisputeOutState = Literal["lost", "opened", "won"]

PAYMENT_DISPUTE_OUT_STATE_VALUES: set[PaymentDisputeOutState] = {
    "lost",
    "opened",
    "won",
}


def check_payment_dispute_out_state(value: str) -> PaymentDisputeOutState:
    if value in PAYMENT_DISPUTE_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_DISPUTE_OUT_STATE_VALUES!r}")
