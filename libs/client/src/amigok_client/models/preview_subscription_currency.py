from typing import Literal

PreviewSubscriptionCurrency = Literal["EUR", "GBP", "USD"]

PREVIEW_SUBSCRIPTION_CURRENCY_VALUES: set[PreviewSubscriptionCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_preview_subscription_currency(value: str) -> PreviewSubscriptionCurrency:
    if value in PREVIEW_SUBSCRIPTION_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PREVIEW_SUBSCRIPTION_CURRENCY_VALUES!r}")
