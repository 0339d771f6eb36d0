from typing import Literal

WalletReviewOutState = Literal[
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

WALLET_REVIEW_OUT_STATE_VALUES: set[WalletReviewOutState] = {
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


def check_wallet_review_out_state(value: str) -> WalletReviewOutState:
    if value in WALLET_REVIEW_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WALLET_REVIEW_OUT_STATE_VALUES!r}")
