from typing import Literal

PaymentOutProvider = Literal["paypal", "stripe", "wallet"]

PAYMENT_OUT_PROVIDER_VALUES: set[PaymentOutProvider] = {
    "paypal",
    "stripe",
    "wallet",
}


def check_payment_out_provider(value: str) -> PaymentOutProvider:
    if value in PAYMENT_OUT_PROVIDER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_OUT_PROVIDER_VALUES!r}")
