from typing import Literal

ListMyLivestockSort = Literal["-price", "-value", "-weight", "distance", "newest", "price", "value", "weight"]

LIST_MY_LIVESTOCK_SORT_VALUES: set[ListMyLivestockSort] = {
    "-price",
    "-value",
    "-weight",
    "distance",
    "newest",
    "price",
    "value",
    "weight",
}


def check_list_my_livestock_sort(value: str) -> ListMyLivestockSort:
    if value in LIST_MY_LIVESTOCK_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_MY_LIVESTOCK_SORT_VALUES!r}")
