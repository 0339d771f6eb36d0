from typing import Literal

ListingOutListingType = Literal["system_livestock", "user_resale"]

LISTING_OUT_LISTING_TYPE_VALUES: set[ListingOutListingType] = {
    "system_livestock",
    "user_resale",
}


def check_listing_out_listing_type(value: str) -> ListingOutListingType:
    if value in LISTING_OUT_LISTING_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_OUT_LISTING_TYPE_VALUES!r}")
