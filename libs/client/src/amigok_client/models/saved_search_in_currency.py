from typing import Literal

SavedSearchInCurrency = Literal["EUR", "GBP", "USD"]

SAVED_SEARCH_IN_CURRENCY_VALUES: set[SavedSearchInCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_saved_search_in_currency(value: str) -> SavedSearchInCurrency:
    if value in SAVED_SEARCH_IN_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SAVED_SEARCH_IN_CURRENCY_VALUES!r}")
