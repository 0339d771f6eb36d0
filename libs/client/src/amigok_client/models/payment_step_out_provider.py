from typing import Literal

PaymentStepOutProvider = Literal["paypal", "stripe", "wallet"]

PAYMENT_STEP_OUT_PROVIDER_VALUES: set[PaymentStepOutProvider] = {
    "paypal",
    "stripe",
    "wallet",
}


def check_payment_step_out_provider(value: str) -> PaymentStepOutProvider:
    if value in PAYMENT_STEP_OUT_PROVIDER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_STEP_OUT_PROVIDER_VALUES!r}")
