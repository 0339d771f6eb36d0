from typing import Literal

ListFarmLivestockStatusType0 = Literal["assigned", "available", "deceased", "removed"]

LIST_FARM_LIVESTOCK_STATUS_TYPE_0_VALUES: set[ListFarmLivestockStatusType0] = {
    "assigned",
    "available",
    "deceased",
    "removed",
}


def check_list_farm_livestock_status_type_0(value: str) -> ListFarmLivestockStatusType0:
    if value in LIST_FARM_LIVESTOCK_STATUS_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_FARM_LIVESTOCK_STATUS_TYPE_0_VALUES!r}")
