from typing import Literal

CustomCurrencyType0 = Literal["EUR", "GBP", "USD"]

CUSTOM_CURRENCY_TYPE_0_VALUES: set[CustomCurrencyType0] = {
    "EUR",
    "GBP",
    "USD",
}


def check_custom_currency_type_0(value: str) -> CustomCurrencyType0:
    if value in CUSTOM_CURRENCY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CUSTOM_CURRENCY_TYPE_0_VALUES!r}")
