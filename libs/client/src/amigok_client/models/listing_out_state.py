from typing import Literal

ListingOutState = Literal["active", "removed", "reserved", "sold"]

LISTING_OUT_STATE_VALUES: set[ListingOutState] = {
    "active",
    "removed",
    "reserved",
    "sold",
}


def check_listing_out_state(value: str) -> ListingOutState:
    if value in LISTING_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_OUT_STATE_VALUES!r}")
