from typing import Literal

ListMyCareRequestsStateType0 = Literal[
    "accepted", "cancelled", "completed", "declined", "in_progress", "quoted", "requested", "scheduled"
]

LIST_MY_CARE_REQUESTS_STATE_TYPE_0_VALUES: set[ListMyCareRequestsStateType0] = {
    "accepted",
    "cancelled",
    "completed",
    "declined",
    "in_progress",
    "quoted",
    "requested",
    "scheduled",
}


def check_list_my_care_requests_state_type_0(value: str) -> ListMyCareRequestsStateType0:
    if value in LIST_MY_CARE_REQUESTS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_MY_CARE_REQUESTS_STATE_TYPE_0_VALUES!r}")
