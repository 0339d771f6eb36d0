from typing import Literal

ReadPricesEvery = Literal["month", "quarter", "week"]

READ_PRICES_EVERY_VALUES: set[ReadPricesEvery] = {
    "month",
    "quarter",
    "week",
}


def check_read_prices_every(value: str) -> ReadPricesEvery:
    if value in READ_PRICES_EVERY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_PRICES_EVERY_VALUES!r}")
