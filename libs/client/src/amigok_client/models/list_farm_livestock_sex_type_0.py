from typing import Literal

ListFarmLivestockSexType0 = Literal["female", "male"]

LIST_FARM_LIVESTOCK_SEX_TYPE_0_VALUES: set[ListFarmLivestockSexType0] = {
    "female",
    "male",
}


def check_list_farm_livestock_sex_type_0(value: str) -> ListFarmLivestockSexType0:
    if value in LIST_FARM_LIVESTOCK_SEX_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_FARM_LIVESTOCK_SEX_TYPE_0_VALUES!r}")
