from typing import Literal

WeightGainMeasure = Literal["kg_per_day", "percent_per_day"]

WEIGHT_GAIN_MEASURE_VALUES: set[WeightGainMeasure] = {
    "kg_per_day",
    "percent_per_day",
}


def check_weight_gain_measure(value: str) -> WeightGainMeasure:
    if value in WEIGHT_GAIN_MEASURE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WEIGHT_GAIN_MEASURE_VALUES!r}")
