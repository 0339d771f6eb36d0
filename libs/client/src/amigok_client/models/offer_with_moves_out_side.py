from typing import Literal

OfferWithMovesOutSide = Literal["administrator", "buyer", "seller"]

OFFER_WITH_MOVES_OUT_SIDE_VALUES: set[OfferWithMovesOutSide] = {
    "administrator",
    "buyer",
    "seller",
}


def check_offer_with_moves_out_side(value: str) -> OfferWithMovesOutSide:
    if value in OFFER_WITH_MOVES_OUT_SIDE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OFFER_WITH_MOVES_OUT_SIDE_VALUES!r}")
