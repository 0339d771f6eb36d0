from typing import Literal

SavedSearchOutSexType0 = Literal["female", "male"]

SAVED_SEARCH_OUT_SEX_TYPE_0_VALUES: set[SavedSearchOutSexType0] = {
    "female",
    "male",
}


def check_saved_search_out_sex_type_0(value: str) -> SavedSearchOutSexType0:
    if value in SAVED_SEARCH_OUT_SEX_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SAVED_SEARCH_OUT_SEX_TYPE_0_VALUES!r}")
