from typing import Literal

WithdrawalOutMethod = Literal["bank_transfer", "paypal"]

WITHDRAWAL_OUT_METHOD_VALUES: set[WithdrawalOutMethod] = {
    "bank_transfer",
    "paypal",
}


def check_withdrawal_out_method(value: str) -> WithdrawalOutMethod:
    if value in WITHDRAWAL_OUT_METHOD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WITHDRAWAL_OUT_METHOD_VALUES!r}")
