from typing import Literal

ListingForAdminOutListingType = Literal["system_livestock", "user_resale"]

LISTING_FOR_ADMIN_OUT_LISTING_TYPE_VALUES: set[ListingForAdminOutListingType] = {
    "system_livestock",
    "user_resale",
}


def check_listing_for_admin_out_listing_type(value: str) -> ListingForAdminOutListingType:
    if value in LISTING_FOR_ADMIN_OUT_LISTING_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_FOR_ADMIN_OUT_LISTING_TYPE_VALUES!r}")
