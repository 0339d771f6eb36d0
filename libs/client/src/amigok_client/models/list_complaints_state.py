from typing import Literal

ListComplaintsState = Literal["open", "parted", "refunded", "released", "returning", "withdrawn"]

LIST_COMPLAINTS_STATE_VALUES: set[ListComplaintsState] = {
    "open",
    "parted",
    "refunded",
    "released",
    "returning",
    "withdrawn",
}


def check_list_complaints_state(value: str) -> ListComplaintsState:
    if value in LIST_COMPLAINTS_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_COMPLAINTS_STATE_VALUES!r}")
