from typing import Literal

PaymentListDisputesState = Literal["lost", "opened", "won"]

PAYMENT_LIST_DISPUTES_STATE_VALUES: set[PaymentListDisputesState] = {
    "lost",
    "opened",
    "won",
}


def check_payment_list_disputes_state(value: str) -> PaymentListDisputesState:
    if value in PAYMENT_LIST_DISPUTES_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_LIST_DISPUTES_STATE_VALUES!r}")
