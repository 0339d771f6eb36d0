from typing import Literal

CurrentPeriodState = Literal["asked", "open"]

CURRENT_PERIOD_STATE_VALUES: set[CurrentPeriodState] = {
    "asked",
    "open",
}


def check_current_period_state(value: str) -> CurrentPeriodState:
    if value in CURRENT_PERIOD_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CURRENT_PERIOD_STATE_VALUES!r}")
