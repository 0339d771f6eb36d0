from typing import Literal

CareRequestInCurrency = Literal["EUR", "GBP", "USD"]

CARE_REQUEST_IN_CURRENCY_VALUES: set[CareRequestInCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_care_request_in_currency(value: str) -> CareRequestInCurrency:
    if value in CARE_REQUEST_IN_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_REQUEST_IN_CURRENCY_VALUES!r}")
