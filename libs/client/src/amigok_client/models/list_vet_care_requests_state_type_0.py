from typing import Literal

ListVetCareRequestsStateType0 = Literal[
    "accepted", "cancelled", "completed", "declined", "in_progress", "quoted", "requested", "scheduled"
]

LIST_VET_CARE_REQUESTS_STATE_TYPE_0_VALUES: set[ListVetCareRequestsStateType0] = {
    "accepted",
    "cancelled",
    "completed",
    "declined",
    "in_progress",
    "quoted",
    "requested",
    "scheduled",
}


def check_list_vet_care_requests_state_type_0(value: str) -> ListVetCareRequestsStateType0:
    if value in LIST_VET_CARE_REQUESTS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_VET_CARE_REQUESTS_STATE_TYPE_0_VALUES!r}")
