from typing import Literal

MarketplaceReviewOutSide = Literal["buyer", "seller"]

MARKETPLACE_REVIEW_OUT_SIDE_VALUES: set[MarketplaceReviewOutSide] = {
    "buyer",
    "seller",
}


def check_marketplace_review_out_side(value: str) -> MarketplaceReviewOutSide:
    if value in MARKETPLACE_REVIEW_OUT_SIDE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MARKETPLACE_REVIEW_OUT_SIDE_VALUES!r}")
