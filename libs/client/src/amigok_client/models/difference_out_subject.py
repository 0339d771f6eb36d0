from typing import Literal

DifferenceOutSubject = Literal["dispute", "payment", "payout", "refund", "refunds"]

DIFFERENCE_OUT_SUBJECT_VALUES: set[DifferenceOutSubject] = {
    "dispute",
    "payment",
    "payout",
    "refund",
    "refunds",
}


def check_difference_out_subject(value: str) -> DifferenceOutSubject:
    if value in DIFFERENCE_OUT_SUBJECT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DIFFERENCE_OUT_SUBJECT_VALUES!r}")
