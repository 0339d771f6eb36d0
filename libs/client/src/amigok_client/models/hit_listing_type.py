from typing import Literal

HitListingType = Literal["system_livestock", "user_resale"]

HIT_LISTING_TYPE_VALUES: set[HitListingType] = {
    "system_livestock",
    "user_resale",
}


def check_hit_listing_type(value: str) -> HitListingType:
    if value in HIT_LISTING_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HIT_LISTING_TYPE_VALUES!r}")
