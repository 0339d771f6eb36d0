from typing import Literal

ProfitCurrency = Literal["EUR", "GBP", "USD"]

PROFIT_CURRENCY_VALUES: set[ProfitCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_profit_currency(value: str) -> ProfitCurrency:
    if value in PROFIT_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROFIT_CURRENCY_VALUES!r}")
