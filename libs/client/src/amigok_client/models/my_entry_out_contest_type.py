from typing import Literal

MyEntryOutContestType = Literal["beauty", "consistency", "custom", "profit", "weight_gain"]

MY_ENTRY_OUT_CONTEST_TYPE_VALUES: set[MyEntryOutContestType] = {
    "beauty",
    "consistency",
    "custom",
    "profit",
    "weight_gain",
}


def check_my_entry_out_contest_type(value: str) -> MyEntryOutContestType:
    if value in MY_ENTRY_OUT_CONTEST_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MY_ENTRY_OUT_CONTEST_TYPE_VALUES!r}")
