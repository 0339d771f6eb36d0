from typing import Literal

TotalCurrency = Literal["EUR", "GBP", "USD"]

TOTAL_CURRENCY_VALUES: set[TotalCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_total_currency(value: str) -> TotalCurrency:
    if value in TOTAL_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TOTAL_CURRENCY_VALUES!r}")
