from typing import Literal

ReadFeeCurrency = Literal["EUR", "GBP", "USD"]

READ_FEE_CURRENCY_VALUES: set[ReadFeeCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_read_fee_currency(value: str) -> ReadFeeCurrency:
    if value in READ_FEE_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_FEE_CURRENCY_VALUES!r}")
