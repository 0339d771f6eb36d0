from typing import Literal

ReportInFormat = Literal["csv", "pdf", "xlsx"]

REPORT_IN_FORMAT_VALUES: set[ReportInFormat] = {
    "csv",
    "pdf",
    "xlsx",
}


def check_report_in_format(value: str) -> ReportInFormat:
    if value in REPORT_IN_FORMAT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORT_IN_FORMAT_VALUES!r}")
