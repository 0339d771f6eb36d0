from typing import Literal

ListSuspicionsStateType0 = Literal["cleared", "open", "upheld"]

LIST_SUSPICIONS_STATE_TYPE_0_VALUES: set[ListSuspicionsStateType0] = {
    "cleared",
    "open",
    "upheld",
}


def check_list_suspicions_state_type_0(value: str) -> ListSuspicionsStateType0:
    if value in LIST_SUSPICIONS_STATE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_SUSPICIONS_STATE_TYPE_0_VALUES!r}")
