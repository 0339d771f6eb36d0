from typing import Literal

FeedingOutVerdict = Literal["corrected", "recorded", "unplanned"]

FEEDING_OUT_VERDICT_VALUES: set[FeedingOutVerdict] = {
    "corrected",
    "recorded",
    "unplanned",
}


def check_feeding_out_verdict(value: str) -> FeedingOutVerdict:
    if value in FEEDING_OUT_VERDICT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FEEDING_OUT_VERDICT_VALUES!r}")
