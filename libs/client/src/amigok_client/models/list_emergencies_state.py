from typing import Literal

ListEmergenciesState = Literal["asking", "ended", "taken", "unanswered"]

LIST_EMERGENCIES_STATE_VALUES: set[ListEmergenciesState] = {
    "asking",
    "ended",
    "taken",
    "unanswered",
}


def check_list_emergencies_state(value: str) -> ListEmergenciesState:
    if value in LIST_EMERGENCIES_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_EMERGENCIES_STATE_VALUES!r}")
