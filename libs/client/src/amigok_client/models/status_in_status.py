from typing import Literal

StatusInStatus = Literal["maintenance", "off", "on"]

STATUS_IN_STATUS_VALUES: set[StatusInStatus] = {
    "maintenance",
    "off",
    "on",
}


def check_status_in_status(value: str) -> StatusInStatus:
    if value in STATUS_IN_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STATUS_IN_STATUS_VALUES!r}")
