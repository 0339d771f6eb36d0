from typing import Literal

SearchLivestockCurrencyType0 = Literal["EUR", "GBP", "USD"]

SEARCH_LIVESTOCK_CURRENCY_TYPE_0_VALUES: set[SearchLivestockCurrencyType0] = {
    "EUR",
    "GBP",
    "USD",
}


def check_search_livestock_currency_type_0(value: str) -> SearchLivestockCurrencyType0:
    if value in SEARCH_LIVESTOCK_CURRENCY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SEARCH_LIVESTOCK_CURRENCY_TYPE_0_VALUES!r}")
