from typing import Literal

DeathOutState = Literal["confirmed", "reported", "reverted"]

DEATH_OUT_STATE_VALUES: set[DeathOutState] = {
    "confirmed",
    "reported",
    "reverted",
}


def check_death_out_state(value: str) -> DeathOutState:
    if value in DEATH_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DEATH_OUT_STATE_VALUES!r}")
