from typing import Literal

ReviewDetailOutAccountStatus = Literal["active", "deactivated", "deleted"]

REVIEW_DETAIL_OUT_ACCOUNT_STATUS_VALUES: set[ReviewDetailOutAccountStatus] = {
    "active",
    "deactivated",
    "deleted",
}


def check_review_detail_out_account_status(value: str) -> ReviewDetailOutAccountStatus:
    if value in REVIEW_DETAIL_OUT_ACCOUNT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REVIEW_DETAIL_OUT_ACCOUNT_STATUS_VALUES!r}")
