from typing import Literal

SearchCurrency = Literal["EUR", "GBP", "USD"]

SEARCH_CURRENCY_VALUES: set[SearchCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_search_currency(value: str) -> SearchCurrency:
    if value in SEARCH_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SEARCH_CURRENCY_VALUES!r}")
