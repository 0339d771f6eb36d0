from typing import Literal

ListSubmissionsStatus = Literal["approved", "pending", "rejected", "withdrawn"]

LIST_SUBMISSIONS_STATUS_VALUES: set[ListSubmissionsStatus] = {
    "approved",
    "pending",
    "rejected",
    "withdrawn",
}


def check_list_submissions_status(value: str) -> ListSubmissionsStatus:
    if value in LIST_SUBMISSIONS_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_SUBMISSIONS_STATUS_VALUES!r}")
