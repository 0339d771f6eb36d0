from typing import Literal

NewUserOutStatus = Literal["active", "deactivated", "deleted"]

NEW_USER_OUT_STATUS_VALUES: set[NewUserOutStatus] = {
    "active",
    "deactivated",
    "deleted",
}


def check_new_user_out_status(value: str) -> NewUserOutStatus:
    if value in NEW_USER_OUT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_USER_OUT_STATUS_VALUES!r}")
