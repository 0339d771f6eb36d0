from typing import Literal

SubmissionOutStatus = Literal["approved", "pending", "rejected", "withdrawn"]

SUBMISSION_OUT_STATUS_VALUES: set[SubmissionOutStatus] = {
    "approved",
    "pending",
    "rejected",
    "withdrawn",
}


def check_submission_out_status(value: str) -> SubmissionOutStatus:
    if value in SUBMISSION_OUT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SUBMISSION_OUT_STATUS_VALUES!r}")
