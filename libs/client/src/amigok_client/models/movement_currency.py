from typing import Literal

MovementCurrency = Literal["EUR", "GBP", "USD"]

MOVEMENT_CURRENCY_VALUES: set[MovementCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_movement_currency(value: str) -> MovementCurrency:
    if value in MOVEMENT_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MOVEMENT_CURRENCY_VALUES!r}")
