from typing import Literal

ListingOutState = Literal["draft", "expired", "live", "removed", "reserved", "sold", "taken_down"]

LISTING_OUT_STATE_VALUES: set[ListingOutState] = {
    "draft",
    "expired",
    "live",
    "removed",
    "reserved",
    "sold",
    "taken_down",
}


def check_listing_out_state(value: str) -> ListingOutState:
    if value in LISTING_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_OUT_STATE_VALUES!r}")
