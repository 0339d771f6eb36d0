from typing import Literal

ListRemovalsState = Literal["cancelled", "completed", "rejected", "requested", "scheduled"]

LIST_REMOVALS_STATE_VALUES: set[ListRemovalsState] = {
    "cancelled",
    "completed",
    "rejected",
    "requested",
    "scheduled",
}


def check_list_removals_state(value: str) -> ListRemovalsState:
    if value in LIST_REMOVALS_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_REMOVALS_STATE_VALUES!r}")
