from typing import Literal

LivestockDetailsSex = Literal["female", "male"]

LIVESTOCK_DETAILS_SEX_VALUES: set[LivestockDetailsSex] = {
    "female",
    "male",
}


def check_livestock_details_sex(value: str) -> LivestockDetailsSex:
    if value in LIVESTOCK_DETAILS_SEX_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIVESTOCK_DETAILS_SEX_VALUES!r}")
