from typing import Literal

MarketplaceReviewInVerdict = Literal["dismissed", "taken_down"]

MARKETPLACE_REVIEW_IN_VERDICT_VALUES: set[MarketplaceReviewInVerdict] = {
    "dismissed",
    "taken_down",
}


def check_marketplace_review_in_verdict(value: str) -> MarketplaceReviewInVerdict:
    if value in MARKETPLACE_REVIEW_IN_VERDICT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MARKETPLACE_REVIEW_IN_VERDICT_VALUES!r}")
