from typing import Literal

ListingSalesOutListingType = Literal["system_livestock", "user_resale"]

LISTING_SALES_OUT_LISTING_TYPE_VALUES: set[ListingSalesOutListingType] = {
    "system_livestock",
    "user_resale",
}


def check_listing_sales_out_listing_type(value: str) -> ListingSalesOutListingType:
    if value in LISTING_SALES_OUT_LISTING_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_SALES_OUT_LISTING_TYPE_VALUES!r}")
