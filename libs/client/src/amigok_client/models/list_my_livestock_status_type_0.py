from typing import Literal

ListMyLivestockStatusType0 = Literal["assigned", "available", "deceased", "removed"]

LIST_MY_LIVESTOCK_STATUS_TYPE_0_VALUES: set[ListMyLivestockStatusType0] = {
    "assigned",
    "available",
    "deceased",
    "removed",
}


def check_list_my_livestock_status_type_0(value: str) -> ListMyLivestockStatusType0:
    if value in LIST_MY_LIVESTOCK_STATUS_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_MY_LIVESTOCK_STATUS_TYPE_0_VALUES!r}")
