from typing import Literal

FeedingInOutcome = Literal["fed", "partly", "refused"]

FEEDING_IN_OUTCOME_VALUES: set[FeedingInOutcome] = {
    "fed",
    "partly",
    "refused",
}


def check_feeding_in_outcome(value: str) -> FeedingInOutcome:
    if value in FEEDING_IN_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FEEDING_IN_OUTCOME_VALUES!r}")
