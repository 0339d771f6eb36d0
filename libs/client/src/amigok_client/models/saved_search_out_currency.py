from typing import Literal

SavedSearchOutCurrency = Literal["EUR", "GBP", "USD"]

SAVED_SEARCH_OUT_CURRENCY_VALUES: set[SavedSearchOutCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_saved_search_out_currency(value: str) -> SavedSearchOutCurrency:
    if value in SAVED_SEARCH_OUT_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SAVED_SEARCH_OUT_CURRENCY_VALUES!r}")
