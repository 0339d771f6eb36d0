from typing import Literal

PreviewSubscriptionCycle = Literal["daily", "monthly", "weekly"]

PREVIEW_SUBSCRIPTION_CYCLE_VALUES: set[PreviewSubscriptionCycle] = {
    "daily",
    "monthly",
    "weekly",
}


def check_preview_subscription_cycle(value: str) -> PreviewSubscriptionCycle:
    if value in PREVIEW_SUBSCRIPTION_CYCLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PREVIEW_SUBSCRIPTION_CYCLE_VALUES!r}")
