from typing import Literal

OfferOutSide = Literal["administrator", "buyer", "seller"]

OFFER_OUT_SIDE_VALUES: set[OfferOutSide] = {
    "administrator",
    "buyer",
    "seller",
}


def check_offer_out_side(value: str) -> OfferOutSide:
    if value in OFFER_OUT_SIDE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OFFER_OUT_SIDE_VALUES!r}")
