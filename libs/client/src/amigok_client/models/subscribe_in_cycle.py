from typing import Literal

SubscribeInCycle = Literal["daily", "monthly", "weekly"]

SUBSCRIBE_IN_CYCLE_VALUES: set[SubscribeInCycle] = {
    "daily",
    "monthly",
    "weekly",
}


def check_subscribe_in_cycle(value: str) -> SubscribeInCycle:
    if value in SUBSCRIBE_IN_CYCLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SUBSCRIBE_IN_CYCLE_VALUES!r}")
