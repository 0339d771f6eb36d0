from typing import Literal

SearchLivestockSexType0 = Literal["female", "male"]

SEARCH_LIVESTOCK_SEX_TYPE_0_VALUES: set[SearchLivestockSexType0] = {
    "female",
    "male",
}


def check_search_livestock_sex_type_0(value: str) -> SearchLivestockSexType0:
    if value in SEARCH_LIVESTOCK_SEX_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SEARCH_LIVESTOCK_SEX_TYPE_0_VALUES!r}")
