from typing import Literal

PaymentDetailOutProvider = Literal["paypal", "stripe", "wallet"]

PAYMENT_DETAIL_OUT_PROVIDER_VALUES: set[PaymentDetailOutProvider] = {
    "paypal",
    "stripe",
    "wallet",
}


def check_payment_detail_out_provider(value: str) -> PaymentDetailOutProvider:
    if value in PAYMENT_DETAIL_OUT_PROVIDER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_DETAIL_OUT_PROVIDER_VALUES!r}")
