from typing import Literal

FeeOutListingType = Literal["system_livestock", "user_resale"]

FEE_OUT_LISTING_TYPE_VALUES: set[FeeOutListingType] = {
    "system_livestock",
    "user_resale",
}


def check_fee_out_listing_type(value: str) -> FeeOutListingType:
    if value in FEE_OUT_LISTING_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FEE_OUT_LISTING_TYPE_VALUES!r}")
