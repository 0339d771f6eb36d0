from typing import Literal

LivestockOutStatus = Literal["assigned", "available", "deceased", "removed"]

LIVESTOCK_OUT_STATUS_VALUES: set[LivestockOutStatus] = {
    "assigned",
    "available",
    "deceased",
    "removed",
}


def check_livestock_out_status(value: str) -> LivestockOutStatus:
    if value in LIVESTOCK_OUT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIVESTOCK_OUT_STATUS_VALUES!r}")
