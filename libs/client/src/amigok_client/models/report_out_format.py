from typing import Literal

ReportOutFormat = Literal["csv", "pdf", "xlsx"]

REPORT_OUT_FORMAT_VALUES: set[ReportOutFormat] = {
    "csv",
    "pdf",
    "xlsx",
}


def check_report_out_format(value: str) -> ReportOutFormat:
    if value in REPORT_OUT_FORMAT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORT_OUT_FORMAT_VALUES!r}")
