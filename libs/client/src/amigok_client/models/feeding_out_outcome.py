from typing import Literal

FeedingOutOutcome = Literal["fed", "partly", "refused"]

FEEDING_OUT_OUTCOME_VALUES: set[FeedingOutOutcome] = {
    "fed",
    "partly",
    "refused",
}


def check_feeding_out_outcome(value: str) -> FeedingOutOutcome:
    if value in FEEDING_OUT_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FEEDING_OUT_OUTCOME_VALUES!r}")
