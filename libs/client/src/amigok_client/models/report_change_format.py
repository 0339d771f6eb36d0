from typing import Literal

ReportChangeFormat = Literal["csv", "pdf", "xlsx"]

REPORT_CHANGE_FORMAT_VALUES: set[ReportChangeFormat] = {
    "csv",
    "pdf",
    "xlsx",
}


def check_report_change_format(value: str) -> ReportChangeFormat:
    if value in REPORT_CHANGE_FORMAT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORT_CHANGE_FORMAT_VALUES!r}")
