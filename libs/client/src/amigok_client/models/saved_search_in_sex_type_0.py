from typing import Literal

SavedSearchInSexType0 = Literal["female", "male"]

SAVED_SEARCH_IN_SEX_TYPE_0_VALUES: set[SavedSearchInSexType0] = {
    "female",
    "male",
}


def check_saved_search_in_sex_type_0(value: str) -> SavedSearchInSexType0:
    if value in SAVED_SEARCH_IN_SEX_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SAVED_SEARCH_IN_SEX_TYPE_0_VALUES!r}")
