from typing import Literal

SubscriptionOutState = Literal["active", "cancelled", "ended", "paused", "unpaid"]

SUBSCRIPTION_OUT_STATE_VALUES: set[SubscriptionOutState] = {
    "active",
    "cancelled",
    "ended",
    "paused",
    "unpaid",
}


def check_subscription_out_state(value: str) -> SubscriptionOutState:
    if value in SUBSCRIPTION_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SUBSCRIPTION_OUT_STATE_VALUES!r}")
