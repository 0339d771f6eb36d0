from typing import Literal

DepositOutMethod = Literal["bank_transfer", "card", "crypto", "paypal"]

DEPOSIT_OUT_METHOD_VALUES: set[DepositOutMethod] = {
    "bank_transfer",
    "card",
    "crypto",
    "paypal",
}


def check_deposit_out_method(value: str) -> DepositOutMethod:
    if value in DEPOSIT_OUT_METHOD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DEPOSIT_OUT_METHOD_VALUES!r}")
