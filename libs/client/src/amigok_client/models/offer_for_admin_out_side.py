from typing import Literal

OfferForAdminOutSide = Literal["administrator", "buyer", "seller"]

OFFER_FOR_ADMIN_OUT_SIDE_VALUES: set[OfferForAdminOutSide] = {
    "administrator",
    "buyer",
    "seller",
}


def check_offer_for_admin_out_side(value: str) -> OfferForAdminOutSide:
    if value in OFFER_FOR_ADMIN_OUT_SIDE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OFFER_FOR_ADMIN_OUT_SIDE_VALUES!r}")
