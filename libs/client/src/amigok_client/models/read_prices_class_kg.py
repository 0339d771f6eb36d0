from typing import Literal

ReadPricesClassKg = Literal["10", "100", "25", "250", "50"]

READ_PRICES_CLASS_KG_VALUES: set[ReadPricesClassKg] = {
    "10",
    "100",
    "25",
    "250",
    "50",
}


def check_read_prices_class_kg(value: str) -> ReadPricesClassKg:
    if value in READ_PRICES_CLASS_KG_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_PRICES_CLASS_KG_VALUES!r}")
