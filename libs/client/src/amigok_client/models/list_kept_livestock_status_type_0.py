from typing import Literal

ListKeptLivestockStatusType0 = Literal["assigned", "available", "deceased", "removed"]

LIST_KEPT_LIVESTOCK_STATUS_TYPE_0_VALUES: set[ListKeptLivestockStatusType0] = {
    "assigned",
    "available",
    "deceased",
    "removed",
}


def check_list_kept_livestock_status_type_0(value: str) -> ListKeptLivestockStatusType0:
    if value in LIST_KEPT_LIVESTOCK_STATUS_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_KEPT_LIVESTOCK_STATUS_TYPE_0_VALUES!r}")
