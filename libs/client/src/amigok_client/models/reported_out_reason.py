from typing import Literal

ReportedOutReason = Literal["advertising", "insulting", "other", "private", "untrue"]

REPORTED_OUT_REASON_VALUES: set[ReportedOutReason] = {
    "advertising",
    "insulting",
    "other",
    "private",
    "untrue",
}


def check_reported_out_reason(value: str) -> ReportedOutReason:
    if value in REPORTED_OUT_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORTED_OUT_REASON_VALUES!r}")
