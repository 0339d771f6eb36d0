from typing import Literal

UserDetailsStatus = Literal["active", "deactivated", "deleted"]

USER_DETAILS_STATUS_VALUES: set[UserDetailsStatus] = {
    "active",
    "deactivated",
    "deleted",
}


def check_user_details_status(value: str) -> UserDetailsStatus:
    if value in USER_DETAILS_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {USER_DETAILS_STATUS_VALUES!r}")
