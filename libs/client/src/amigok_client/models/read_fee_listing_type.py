from typing import Literal

ReadFeeListingType = Literal["system_livestock", "user_resale"]

READ_FEE_LISTING_TYPE_VALUES: set[ReadFeeListingType] = {
    "system_livestock",
    "user_resale",
}


def check_read_fee_listing_type(value: str) -> ReadFeeListingType:
    if value in READ_FEE_LISTING_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_FEE_LISTING_TYPE_VALUES!r}")
