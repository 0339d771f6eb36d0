from typing import Literal

ListingForAdminOutState = Literal["draft", "expired", "live", "removed", "reserved", "sold", "taken_down"]

LISTING_FOR_ADMIN_OUT_STATE_VALUES: set[ListingForAdminOutState] = {
    "draft",
    "expired",
    "live",
    "removed",
    "reserved",
    "sold",
    "taken_down",
}


def check_listing_for_admin_out_state(value: str) -> ListingForAdminOutState:
    if value in LISTING_FOR_ADMIN_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTING_FOR_ADMIN_OUT_STATE_VALUES!r}")
