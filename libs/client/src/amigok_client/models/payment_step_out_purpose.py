from typing import Literal

PaymentStepOutPurpose = Literal["deposit", "order"]

PAYMENT_STEP_OUT_PURPOSE_VALUES: set[PaymentStepOutPurpose] = {
    "deposit",
    "order",
}


def check_payment_step_out_purpose(value: str) -> PaymentStepOutPurpose:
    if value in PAYMENT_STEP_OUT_PURPOSE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_STEP_OUT_PURPOSE_VALUES!r}")
