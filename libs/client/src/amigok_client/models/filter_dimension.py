from typing import Literal

FilterDimension = Literal[
    "animal", "breed", "currency", "day", "farm", "kind", "month", "quarter", "side", "type", "week", "year"
]

FILTER_DIMENSION_VALUES: set[FilterDimension] = {
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


def check_filter_dimension(value: str) -> FilterDimension:
    if value in FILTER_DIMENSION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FILTER_DIMENSION_VALUES!r}")
