from typing import Literal

OwnSubmissionOutStatus = Literal["approved", "pending", "rejected", "withdrawn"]

OWN_SUBMISSION_OUT_STATUS_VALUES: set[OwnSubmissionOutStatus] = {
    "approved",
    "pending",
    "rejected",
    "withdrawn",
}


def check_own_submission_out_status(value: str) -> OwnSubmissionOutStatus:
    if value in OWN_SUBMISSION_OUT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OWN_SUBMISSION_OUT_STATUS_VALUES!r}")
