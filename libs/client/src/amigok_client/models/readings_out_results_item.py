from typing import Literal

ReadingsOutResultsItem = Literal[
    "duplicate",
    "implausible",
    "in_future",
    "other_type",
    "stored",
    "too_many_sensors",
    "too_old",
    "unknown_type",
    "unknown_unit",
]

READINGS_OUT_RESULTS_ITEM_VALUES: set[ReadingsOutResultsItem] = {
    "duplicate",
    "implausible",
    "in_future",
    "other_type",
    "stored",
    "too_many_sensors",
    "too_old",
    "unknown_type",
    "unknown_unit",
}


def check_readings_out_results_item(value: str) -> ReadingsOutResultsItem:
    if value in READINGS_OUT_RESULTS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READINGS_OUT_RESULTS_ITEM_VALUES!r}")
