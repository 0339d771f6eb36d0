from typing import Literal

ListMyLivestockSexType0 = Literal["female", "male"]

LIST_MY_LIVESTOCK_SEX_TYPE_0_VALUES: set[ListMyLivestockSexType0] = {
    "female",
    "male",
}


def check_list_my_livestock_sex_type_0(value: str) -> ListMyLivestockSexType0:
    if value in LIST_MY_LIVESTOCK_SEX_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_MY_LIVESTOCK_SEX_TYPE_0_VALUES!r}")
