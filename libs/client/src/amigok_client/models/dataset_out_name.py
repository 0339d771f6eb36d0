from typing import Literal

DatasetOutName = Literal["deaths", "health", "meals", "money", "sales", "weights"]

DATASET_OUT_NAME_VALUES: set[DatasetOutName] = {
    "deaths",
    "health",
    "meals",
    "money",
    "sales",
    "weights",
}


def check_dataset_out_name(value: str) -> DatasetOutName:
    if value in DATASET_OUT_NAME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DATASET_OUT_NAME_VALUES!r}")
