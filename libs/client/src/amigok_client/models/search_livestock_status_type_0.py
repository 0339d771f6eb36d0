from typing import Literal

SearchLivestockStatusType0 = Literal["assigned", "available", "deceased", "removed"]

SEARCH_LIVESTOCK_STATUS_TYPE_0_VALUES: set[SearchLivestockStatusType0] = {
    "assigned",
    "available",
    "deceased",
    "removed",
}


def check_search_livestock_status_type_0(value: str) -> SearchLivestockStatusType0:
    if value in SEARCH_LIVESTOCK_STATUS_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SEARCH_LIVESTOCK_STATUS_TYPE_0_VALUES!r}")
