from typing import Literal

MarketplaceReviewInReason = Literal[
    "contact_details", "fraud", "misleading", "offensive", "other", "prohibited", "wrong_animal"
]

MARKETPLACE_REVIEW_IN_REASON_VALUES: set[MarketplaceReviewInReason] = {
    "contact_details",
    "fraud",
    "misleading",
    "offensive",
    "other",
    "prohibited",
    "wrong_animal",
}


def check_marketplace_review_in_reason(value: str) -> MarketplaceReviewInReason:
    if value in MARKETPLACE_REVIEW_IN_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MARKETPLACE_REVIEW_IN_REASON_VALUES!r}")
