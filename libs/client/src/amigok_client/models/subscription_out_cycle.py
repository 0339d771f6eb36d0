from typing import Literal

SubscriptionOutCycle = Literal["daily", "monthly", "weekly"]

SUBSCRIPTION_OUT_CYCLE_VALUES: set[SubscriptionOutCycle] = {
    "daily",
    "monthly",
    "weekly",
}


def check_subscription_out_cycle(value: str) -> SubscriptionOutCycle:
    if value in SUBSCRIPTION_OUT_CYCLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SUBSCRIPTION_OUT_CYCLE_VALUES!r}")
