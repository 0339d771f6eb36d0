from typing import Literal

EmergencyOutState = Literal["asking", "ended", "taken", "unanswered"]

EMERGENCY_OUT_STATE_VALUES: set[EmergencyOutState] = {
    "asking",
    "ended",
    "taken",
    "unanswered",
}


def check_emergency_out_state(value: str) -> EmergencyOutState:
    if value in EMERGENCY_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EMERGENCY_OUT_STATE_VALUES!r}")
