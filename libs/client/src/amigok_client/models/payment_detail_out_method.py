from typing import Literal

PaymentDetailOutMethod = Literal["bank_transfer", "card", "crypto", "paypal", "wallet"]

PAYMENT_DETAIL_OUT_METHOD_VALUES: set[PaymentDetailOutMethod] = {
    "bank_transfer",
    "card",
    "crypto",
    "paypal",
    "wallet",
}


def check_payment_detail_out_method(value: str) -> PaymentDetailOutMethod:
    if value in PAYMENT_DETAIL_OUT_METHOD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_DETAIL_OUT_METHOD_VALUES!r}")
