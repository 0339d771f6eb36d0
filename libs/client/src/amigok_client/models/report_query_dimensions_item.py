from typing import Literal

ReportQueryDimensionsItem = Literal[
    "animal", "breed", "currency", "day", "farm", "kind", "month", "quarter", "side", "type", "week", "year"
]

REPORT_QUERY_DIMENSIONS_ITEM_VALUES: set[ReportQueryDimensionsItem] = {
    "animal",
    "breed",
    "currency",
    "day",
    "farm",
    "kind",
    "month",
    "quarter",
    "side",
    "type",
    "week",
    "year",
}


def check_report_query_dimensions_item(value: str) -> ReportQueryDimensionsItem:
    if value in REPORT_QUERY_DIMENSIONS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORT_QUERY_DIMENSIONS_ITEM_VALUES!r}")
