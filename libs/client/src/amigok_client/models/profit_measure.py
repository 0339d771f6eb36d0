from typing import Literal

ProfitMeasure = Literal["amount", "percent"]

PROFIT_MEASURE_VALUES: set[ProfitMeasure] = {
    "amount",
    "percent",
}


def check_profit_measure(value: str) -> ProfitMeasure:
    if value in PROFIT_MEASURE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROFIT_MEASURE_VALUES!r}")
