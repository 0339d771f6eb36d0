from typing import Literal

BrowseMarketCurrency = Literal["EUR", "GBP", "USD"]

BROWSE_MARKET_CURRENCY_VALUES: set[BrowseMarketCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_browse_market_currency(value: str) -> BrowseMarketCurrency:
    if value in BROWSE_MARKET_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BROWSE_MARKET_CURRENCY_VALUES!r}")
