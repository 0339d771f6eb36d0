from typing import Literal

OfferWithMovesOutState = Literal[
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

OFFER_WITH_MOVES_OUT_STATE_VALUES: set[OfferWithMovesOutState] = {
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


def check_offer_with_moves_out_state(value: str) -> OfferWithMovesOutState:
    if value in OFFER_WITH_MOVES_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OFFER_WITH_MOVES_OUT_STATE_VALUES!r}")
