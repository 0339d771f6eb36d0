from typing import Literal

SavedSearchInListingTypeType0 = Literal["system_livestock", "user_resale"]

SAVED_SEARCH_IN_LISTING_TYPE_TYPE_0_VALUES: set[SavedSearchInListingTypeType0] = {
    "system_livestock",
    "user_resale",
}


def check_saved_search_in_listing_type_type_0(value: str) -> SavedSearchInListingTypeType0:
    if value in SAVED_SEARCH_IN_LISTING_TYPE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SAVED_SEARCH_IN_LISTING_TYPE_TYPE_0_VALUES!r}")
