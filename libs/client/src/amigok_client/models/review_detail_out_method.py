from typing import Literal

ReviewDetailOutMethod = Literal["bank_transfer", "paypal"]

REVIEW_DETAIL_OUT_METHOD_VALUES: set[ReviewDetailOutMethod] = {
    "bank_transfer",
    "paypal",
}


def check_review_detail_out_method(value: str) -> ReviewDetailOutMethod:
    if value in REVIEW_DETAIL_OUT_METHOD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REVIEW_DETAIL_OUT_METHOD_VALUES!r}")
