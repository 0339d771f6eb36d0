from typing import Literal

ListTakedownsStateType0 = Literal["appealable", "appealed", "final", "overturned"]

LIST_TAKEDOWNS_STATE_TYPE_0_VALUES: set[ListTakedownsStateType0] = {
    "appealable",
    "appealed",
    "final",
    "overturned",
}


def check_list_takedowns_state_type_0(value: str) -> ListTakedownsStateType0:
    if value in LIST_TAKEDOWNS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_TAKEDOWNS_STATE_TYPE_0_VALUES!r}")
