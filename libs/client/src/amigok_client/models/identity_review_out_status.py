from typing import Literal

IdentityReviewOutStatus = Literal["approved", "pending", "rejected", "withdrawn"]

IDENTITY_REVIEW_OUT_STATUS_VALUES: set[IdentityReviewOutStatus] = {
    "approved",
    "pending",
    "rejected",
    "withdrawn",
}


def check_identity_review_out_status(value: str) -> IdentityReviewOutStatus:
    if value in IDENTITY_REVIEW_OUT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {IDENTITY_REVIEW_OUT_STATUS_VALUES!r}")
