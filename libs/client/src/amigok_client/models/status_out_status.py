from typing import Literal

StatusOutStatus = Literal["approved", "not_submitted", "pending", "rejected"]

STATUS_OUT_STATUS_VALUES: set[StatusOutStatus] = {
    "approved",
    "not_submitted",
    "pending",
    "rejected",
}


def check_status_out_status(value: str) -> StatusOutStatus:
    if value in STATUS_OUT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STATUS_OUT_STATUS_VALUES!r}")
