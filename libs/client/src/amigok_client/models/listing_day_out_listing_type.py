from typing import Literal

ListingDayOutListingType = Literal["system_livestock", "user_resale"]

LISTING_DAY_OUT_LISTING_TYPE_VALUES: set[ListingDayOutListingType] = {
    "system_livestock",
    "user_resale",
}


def check_listing_day_out_listing_type(value: str) -> ListingDayOutListingType:
    if value in LISTING_DAY_OUT_LISTING_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_DAY_OUT_LISTING_TYPE_VALUES!r}")
