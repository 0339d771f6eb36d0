from typing import Literal

ReportQueryChart = Literal["bars", "line", "none"]

REPORT_QUERY_CHART_VALUES: set[ReportQueryChart] = {
    "bars",
    "line",
    "none",
}


def check_report_query_chart(value: str) -> ReportQueryChart:
    if value in REPORT_QUERY_CHART_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORT_QUERY_CHART_VALUES!r}")
