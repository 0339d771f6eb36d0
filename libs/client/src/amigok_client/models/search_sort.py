from typing import Literal

SearchSort = Literal[
    "-age",
    "-price",
    "-price_per_kg",
    "-rating",
    "-weight",
    "age",
    "distance",
    "newest",
    "price",
    "price_per_kg",
    "relevance",
    "weight",
]

SEARCH_SORT_VALUES: set[SearchSort] = {
    "-age",
    "-price",
    "-price_per_kg",
    "-rating",
    "-weight",
    "age",
    "distance",
    "newest",
    "price",
    "price_per_kg",
    "relevance",
    "weight",
}


def check_search_sort(value: str) -> SearchSort:
    if value in SEARCH_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SEARCH_SORT_VALUES!r}")
