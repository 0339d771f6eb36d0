from typing import Literal

WalletReviewOutMethod = Literal["bank_transfer", "paypal"]

WALLET_REVIEW_OUT_METHOD_VALUES: set[WalletReviewOutMethod] = {
    "bank_transfer",
    "paypal",
}


def check_wallet_review_out_method(value: str) -> WalletReviewOutMethod:
    if value in WALLET_REVIEW_OUT_METHOD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WALLET_REVIEW_OUT_METHOD_VALUES!r}")
