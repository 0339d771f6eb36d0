from typing import Literal

ListOfferedProvidersCurrency = Literal["EUR", "GBP", "USD"]

LIST_OFFERED_PROVIDERS_CURRENCY_VALUES: set[ListOfferedProvidersCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_list_offered_providers_currency(value: str) -> ListOfferedProvidersCurrency:
    if value in LIST_OFFERED_PROVIDERS_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_OFFERED_PROVIDERS_CURRENCY_VALUES!r}")
