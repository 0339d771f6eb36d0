from typing import Literal

ListCareRequestsStateType0 = Literal[
    "accepted", "cancelled", "completed", "declined", "in_progress", "quoted", "requested", "scheduled"
]

LIST_CARE_REQUESTS_STATE_TYPE_0_VALUES: set[ListCareRequestsStateType0] = {
    "accepted",
    "cancelled",
    "completed",
    "declined",
    "in_progress",
    "quoted",
    "requested",
    "scheduled",
}


def check_list_care_requests_state_type_0(value: str) -> ListCareRequestsStateType0:
    if value in LIST_CARE_REQUESTS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_CARE_REQUESTS_STATE_TYPE_0_VALUES!r}")
