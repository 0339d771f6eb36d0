from typing import Literal

SavedSearchOutListingTypeType0 = Literal["system_livestock", "user_resale"]

SAVED_SEARCH_OUT_LISTING_TYPE_TYPE_0_VALUES: set[SavedSearchOutListingTypeType0] = {
    "system_livestock",
    "user_resale",
}


def check_saved_search_out_listing_type_type_0(value: str) -> SavedSearchOutListingTypeType0:
    if value in SAVED_SEARCH_OUT_LISTING_TYPE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SAVED_SEARCH_OUT_LISTING_TYPE_TYPE_0_VALUES!r}")
