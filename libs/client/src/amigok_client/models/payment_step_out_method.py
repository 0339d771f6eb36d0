from typing import Literal

PaymentStepOutMethod = Literal["bank_transfer", "card", "crypto", "paypal", "wallet"]

PAYMENT_STEP_OUT_METHOD_VALUES: set[PaymentStepOutMethod] = {
    "bank_transfer",
    "card",
    "crypto",
    "paypal",
    "wallet",
}


def check_payment_step_out_method(value: str) -> PaymentStepOutMethod:
    if value in PAYMENT_STEP_OUT_METHOD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_STEP_OUT_METHOD_VALUES!r}")
