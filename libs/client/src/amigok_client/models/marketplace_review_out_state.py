from typing import Literal

MarketplaceReviewOutState = Literal["hidden", "published", "written"]

MARKETPLACE_REVIEW_OUT_STATE_VALUES: set[MarketplaceReviewOutState] = {
    "hidden",
    "published",
    "written",
}


def check_marketplace_review_out_state(value: str) -> MarketplaceReviewOutState:
    if value in MARKETPLACE_REVIEW_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MARKETPLACE_REVIEW_OUT_STATE_VALUES!r}")
