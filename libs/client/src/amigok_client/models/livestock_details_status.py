from typing import Literal

LivestockDetailsStatus = Literal["assigned", "available", "deceased", "removed"]

LIVESTOCK_DETAILS_STATUS_VALUES: set[LivestockDetailsStatus] = {
    "assigned",
    "available",
    "deceased",
    "removed",
}


def check_livestock_details_status(value: str) -> LivestockDetailsStatus:
    if value in LIVESTOCK_DETAILS_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIVESTOCK_DETAILS_STATUS_VALUES!r}")
