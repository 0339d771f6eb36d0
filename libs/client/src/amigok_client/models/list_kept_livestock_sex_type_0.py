from typing import Literal

ListKeptLivestockSexType0 = Literal["female", "male"]

LIST_KEPT_LIVESTOCK_SEX_TYPE_0_VALUES: set[ListKeptLivestockSexType0] = {
    "female",
    "male",
}


def check_list_kept_livestock_sex_type_0(value: str) -> ListKeptLivestockSexType0:
    if value in LIST_KEPT_LIVESTOCK_SEX_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_KEPT_LIVESTOCK_SEX_TYPE_0_VALUES!r}")
