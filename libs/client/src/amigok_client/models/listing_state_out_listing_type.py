from typing import Literal

ListingStateOutListingType = Literal["system_livestock", "user_resale"]

LISTING_STATE_OUT_LISTING_TYPE_VALUES: set[ListingStateOutListingType] = {
    "system_livestock",
    "user_resale",
}


def check_listing_state_out_listing_type(value: str) -> ListingStateOutListingType:
    if value in LISTING_STATE_OUT_LISTING_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_STATE_OUT_LISTING_TYPE_VALUES!r}")
