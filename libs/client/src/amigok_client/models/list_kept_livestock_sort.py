from typing import Literal

ListKeptLivestockSort = Literal["-price", "-value", "-weight", "distance", "newest", "price", "value", "weight"]

LIST_KEPT_LIVESTOCK_SORT_VALUES: set[ListKeptLivestockSort] = {
    "-price",
    "-value",
    "-weight",
    "distance",
    "newest",
    "price",
    "value",
    "weight",
}


def check_list_kept_livestock_sort(value: str) -> ListKeptLivestockSort:
    if value in LIST_KEPT_LIVESTOCK_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_KEPT_LIVESTOCK_SORT_VALUES!r}")
