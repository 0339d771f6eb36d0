from typing import Literal

ListFarmLivestockSort = Literal["-price", "-value", "-weight", "distance", "newest", "price", "value", "weight"]

LIST_FARM_LIVESTOCK_SORT_VALUES: set[ListFarmLivestockSort] = {
    "-price",
    "-value",
    "-weight",
    "distance",
    "newest",
    "price",
    "value",
    "weight",
}


def check_list_farm_livestock_sort(value: str) -> ListFarmLivestockSort:
    if value in LIST_FARM_LIVESTOCK_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_FARM_LIVESTOCK_SORT_VALUES!r}")
