from typing import Literal

OfferForAdminOutState = Literal[
    "accepted",
    "awaiting_buyer",
    "awaiting_seller",
    "completed",
    "declined",
    "ended",
    "expired",
    "payment_failed",
    "withdrawn",
]

OFFER_FOR_ADMIN_OUT_STATE_VALUES: set[OfferForAdminOutState] = {
    "accepted",
    "awaiting_buyer",
    "awaiting_seller",
    "completed",
    "declined",
    "ended",
    "expired",
    "payment_failed",
    "withdrawn",
}


def check_offer_for_admin_out_state(value: str) -> OfferForAdminOutState:
    if value in OFFER_FOR_ADMIN_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OFFER_FOR_ADMIN_OUT_STATE_VALUES!r}")
