from typing import Literal

RemovalOutState = Literal["cancelled", "completed", "rejected", "requested", "scheduled"]

REMOVAL_OUT_STATE_VALUES: set[RemovalOutState] = {
    "cancelled",
    "completed",
    "rejected",
    "requested",
    "scheduled",
}


def check_removal_out_state(value: str) -> RemovalOutState:
    if value in REMOVAL_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REMOVAL_OUT_STATE_VALUES!r}")
