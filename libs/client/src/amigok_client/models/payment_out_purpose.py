from typing import Literal

PaymentOutPurpose = Literal["deposit", "order"]

PAYMENT_OUT_PURPOSE_VALUES: set[PaymentOutPurpose] = {
    "deposit",
    "order",
}


def check_payment_out_purpose(value: str) -> PaymentOutPurpose:
    if value in PAYMENT_OUT_PURPOSE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_OUT_PURPOSE_VALUES!r}")
