from typing import Literal

PaymentDisputeOutProvider = Literal["paypal", "stripe", "wallet"]

PAYMENT_DISPUTE_OUT_PROVIDER_VALUES: set[PaymentDisputeOutProvider] = {
    "paypal",
    "stripe",
    "wallet",
}


def check_payment_dispute_out_provider(value: str) -> PaymentDisputeOutProvider:
    if value in PAYMENT_DISPUTE_OUT_PROVIDER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_DISPUTE_OUT_PROVIDER_VALUES!r}")
