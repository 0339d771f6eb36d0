from typing import Literal

ReviewReportInReason = Literal["advertising", "insulting", "other", "private", "untrue"]

REVIEW_REPORT_IN_REASON_VALUES: set[ReviewReportInReason] = {
    "advertising",
    "insulting",
    "other",
    "private",
    "untrue",
}


def check_review_report_in_reason(value: str) -> ReviewReportInReason:
    if value in REVIEW_REPORT_IN_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REVIEW_REPORT_IN_REASON_VALUES!r}")
