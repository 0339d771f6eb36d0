from typing import Literal

TakedownOutState = Literal["appealable", "appealed", "final", "overturned"]

TAKEDOWN_OUT_STATE_VALUES: set[TakedownOutState] = {
    "appealable",
    "appealed",
    "final",
    "overturned",
}


def check_takedown_out_state(value: str) -> TakedownOutState:
    if value in TAKEDOWN_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TAKEDOWN_OUT_STATE_VALUES!r}")
