from typing import Literal

ComplaintInReason = Literal["died", "documents_missing", "not_as_described", "other", "other_animal", "unhealthy"]

COMPLAINT_IN_REASON_VALUES: set[ComplaintInReason] = {
    "died",
    "documents_missing",
    "not_as_described",
    "other",
    "other_animal",
    "unhealthy",
}


def check_complaint_in_reason(value: str) -> ComplaintInReason:
    if value in COMPLAINT_IN_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COMPLAINT_IN_REASON_VALUES!r}")
