from typing import Literal

ReviewDetailOutState = Literal[
    "approved",
    "approved_once",
    "cancelled",
    "completed",
    "failed",
    "paid_after_all",
    "rejected",
    "requested",
    "returned",
]

REVIEW_DETAIL_OUT_STATE_VALUES: set[ReviewDetailOutState] = {
    "approved",
    "approved_once",
    "cancelled",
    "completed",
    "failed",
    "paid_after_all",
    "rejected",
    "requested",
    "returned",
}


def check_review_detail_out_state(value: str) -> ReviewDetailOutState:
    if value in REVIEW_DETAIL_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REVIEW_DETAIL_OUT_STATE_VALUES!r}")
