from typing import Literal

OfferMoveOutSideType0 = Literal["buyer", "seller"]

OFFER_MOVE_OUT_SIDE_TYPE_0_VALUES: set[OfferMoveOutSideType0] = {
    "buyer",
    "seller",
}


def check_offer_move_out_side_type_0(value: str) -> OfferMoveOutSideType0:
    if value in OFFER_MOVE_OUT_SIDE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OFFER_MOVE_OUT_SIDE_TYPE_0_VALUES!r}")
