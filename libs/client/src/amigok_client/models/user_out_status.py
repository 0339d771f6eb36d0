from typing import Literal

UserOutStatus = Literal["active", "deactivated", "deleted"]

USER_OUT_STATUS_VALUES: set[UserOutStatus] = {
    "active",
    "deactivated",
    "deleted",
}


def check_user_out_status(value: str) -> UserOutStatus:
    if value in USER_OUT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {USER_OUT_STATUS_VALUES!r}")
