from typing import Literal

CorrectionInDirection = Literal["credit", "debit"]

CORRECTION_IN_DIRECTION_VALUES: set[CorrectionInDirection] = {
    "credit",
    "debit",
}


def check_correction_in_direction(value: str) -> CorrectionInDirection:
    if value in CORRECTION_IN_DIRECTION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CORRECTION_IN_DIRECTION_VALUES!r}")
