from typing import Literal

ReportQueryMeasuresItem = Literal[
    "amount",
    "animals",
    "average_kg",
    "deaths",
    "fed_kg",
    "fees",
    "heaviest_kg",
    "lightest_kg",
    "meals",
    "missed_meals",
    "movements",
    "price",
    "refused_meals",
    "sales",
    "treatments",
    "weighings",
]

REPORT_QUERY_MEASURES_ITEM_VALUES: set[ReportQueryMeasuresItem] = {
    "amount",
    "animals",
    "average_kg",
    "deaths",
    "fed_kg",
    "fees",
    "heaviest_kg",
    "lightest_kg",
    "meals",
    "missed_meals",
    "movements",
    "price",
    "refused_meals",
    "sales",
    "treatments",
    "weighings",
}


def check_report_query_measures_item(value: str) -> ReportQueryMeasuresItem:
    if value in REPORT_QUERY_MEASURES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORT_QUERY_MEASURES_ITEM_VALUES!r}")
