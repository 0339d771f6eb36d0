from typing import Literal

CareRequestDetailsState = Literal[
    "accepted", "cancelled", "completed", "declined", "in_progress", "quoted", "requested", "scheduled"
]

CARE_REQUEST_DETAILS_STATE_VALUES: set[CareRequestDetailsState] = {
    "accepted",
    "cancelled",
    "completed",
    "declined",
    "in_progress",
    "quoted",
    "requested",
    "scheduled",
}


def check_care_request_details_state(value: str) -> CareRequestDetailsState:
    if value in CARE_REQUEST_DETAILS_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_REQUEST_DETAILS_STATE_VALUES!r}")
