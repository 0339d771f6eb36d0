from typing import Literal

ReportQueryDataset = Literal["deaths", "health", "meals", "money", "sales", "weights"]

REPORT_QUERY_DATASET_VALUES: set[ReportQueryDataset] = {
    "deaths",
    "health",
    "meals",
    "money",
    "sales",
    "weights",
}


def check_report_query_dataset(value: str) -> ReportQueryDataset:
    if value in REPORT_QUERY_DATASET_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPORT_QUERY_DATASET_VALUES!r}")
