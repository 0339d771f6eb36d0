from typing import Literal

SearchLivestockSort = Literal["-price", "-value", "-weight", "distance", "newest", "price", "value", "weight"]

SEARCH_LIVESTOCK_SORT_VALUES: set[SearchLivestockSort] = {
    "-price",
    "-value",
    "-weight",
    "distance",
    "newest",
    "price",
    "value",
    "weight",
}


def check_search_livestock_sort(value: str) -> SearchLivestockSort:
    if value in SEARCH_LIVESTOCK_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SEARCH_LIVESTOCK_SORT_VALUES!r}")
