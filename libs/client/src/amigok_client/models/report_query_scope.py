from typing import Literal

ReportQueryScope = Literal["farm", "mine", "platform"]

REPORT_QUERY_SCOPE_VALUES: set[ReportQueryScope] = {
    "farm",
    "mine",
    "platform",
}


def check_report_query_scope(value: str) -> ReportQueryScope:
    if value in REPORT_QUERY_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORT_QUERY_SCOPE_VALUES!r}")
