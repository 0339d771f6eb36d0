from typing import Literal

ContestOutType = Literal["beauty", "consistency", "custom", "profit", "weight_gain"]

CONTEST_OUT_TYPE_VALUES: set[ContestOutType] = {
    "beauty",
    "consistency",
    "custom",
    "profit",
    "weight_gain",
}


def check_contest_out_type(value: str) -> ContestOutType:
    if value in CONTEST_OUT_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONTEST_OUT_TYPE_VALUES!r}")
