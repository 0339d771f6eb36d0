from typing import Literal

PaymentDepositInMethod = Literal["bank_transfer", "card", "crypto", "paypal"]

PAYMENT_DEPOSIT_IN_METHOD_VALUES: set[PaymentDepositInMethod] = {
    "bank_transfer",
    "card",
    "crypto",
    "paypal",
}


def check_payment_deposit_in_method(value: str) -> PaymentDepositInMethod:
    if value in PAYMENT_DEPOSIT_IN_METHOD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_DEPOSIT_IN_METHOD_VALUES!r}")
