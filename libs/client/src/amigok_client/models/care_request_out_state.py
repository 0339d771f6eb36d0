from typing import Literal

CareRequestOutState = Literal[
    "accepted", "cancelled", "completed", "declined", "in_progress", "quoted", "requested", "scheduled"
]

CARE_REQUEST_OUT_STATE_VALUES: set[CareRequestOutState] = {
    "accepted",
    "cancelled",
    "completed",
    "declined",
    "in_progress",
    "quoted",
    "requested",
    "scheduled",
}


def check_care_request_out_state(value: str) -> CareRequestOutState:
    if value in CARE_REQUEST_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_REQUEST_OUT_STATE_VALUES!r}")
