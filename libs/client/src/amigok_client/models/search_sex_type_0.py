from typing import Literal

SearchSexType0 = Literal["female", "male"]

SEARCH_SEX_TYPE_0_VALUES: set[SearchSexType0] = {
    "female",
    "male",
}


def check_search_sex_type_0(value: str) -> SearchSexType0:
    if value in SEARCH_SEX_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SEARCH_SEX_TYPE_0_VALUES!r}")
