from typing import Literal

LivestockOutSex = Literal["female", "male"]

LIVESTOCK_OUT_SEX_VALUES: set[LivestockOutSex] = {
    "female",
    "male",
}


def check_livestock_out_sex(value: str) -> LivestockOutSex:
    if value in LIVESTOCK_OUT_SEX_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIVESTOCK_OUT_SEX_VALUES!r}")
