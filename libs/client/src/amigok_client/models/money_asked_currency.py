from typing import Literal

MoneyAskedCurrency = Literal["EUR", "GBP", "USD"]

MONEY_ASKED_CURRENCY_VALUES: set[MoneyAskedCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_money_asked_currency(value: str) -> MoneyAskedCurrency:
    if value in MONEY_ASKED_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MONEY_ASKED_CURRENCY_VALUES!r}")
