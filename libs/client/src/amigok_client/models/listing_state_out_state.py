from typing import Literal

ListingStateOutState = Literal["draft", "expired", "live", "removed", "reserved", "sold", "taken_down"]

LISTING_STATE_OUT_STATE_VALUES: set[ListingStateOutState] = {
    "draft",
    "expired",
    "live",
    "removed",
    "reserved",
    "sold",
    "taken_down",
}


def check_listing_state_out_state(value: str) -> ListingStateOutState:
    if value in LISTING_STATE_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_STATE_OUT_STATE_VALUES!r}")
