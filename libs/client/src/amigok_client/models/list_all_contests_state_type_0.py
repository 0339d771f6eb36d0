from typing import Literal

ListAllContestsStateType0 = Literal["active", "cancelled", "completed", "draft", "judging", "registration_open"]

LIST_ALL_CONTESTS_STATE_TYPE_0_VALUES: set[ListAllContestsStateType0] = {
    "active",
    "cancelled",
    "completed",
    "draft",
    "judging",
    "registration_open",
}


def check_list_all_contests_state_type_0(value: str) -> ListAllContestsStateType0:
    if value in LIST_ALL_CONTESTS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_ALL_CONTESTS_STATE_TYPE_0_VALUES!r}")
