from typing import Literal

ListContestsStateType0 = Literal["active", "cancelled", "completed", "draft", "judging", "registration_open"]

LIST_CONTESTS_STATE_TYPE_0_VALUES: set[ListContestsStateType0] = {
    "active",
    "cancelled",
    "completed",
    "draft",
    "judging",
    "registration_open",
}


def check_list_contests_state_type_0(value: str) -> ListContestsStateType0:
    if value in LIST_CONTESTS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_CONTESTS_STATE_TYPE_0_VALUES!r}")
