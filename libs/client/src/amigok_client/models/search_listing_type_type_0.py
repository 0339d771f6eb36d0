from typing import Literal

SearchListingTypeType0 = Literal["system_livestock", "user_resale"]

SEARCH_LISTING_TYPE_TYPE_0_VALUES: set[SearchListingTypeType0] = {
    "system_livestock",
    "user_resale",
}


def check_search_listing_type_type_0(value: str) -> SearchListingTypeType0:
    if value in SEARCH_LISTING_TYPE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SEARCH_LISTING_TYPE_TYPE_0_VALUES!r}")
