from typing import Literal

SuspicionOutState = Literal["cleared", "open", "upheld"]

SUSPICION_OUT_STATE_VALUES: set[SuspicionOutState] = {
    "cleared",
    "open",
    "upheld",
}


def check_suspicion_out_state(value: str) -> SuspicionOutState:
    if value in SUSPICION_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SUSPICION_OUT_STATE_VALUES!r}")
