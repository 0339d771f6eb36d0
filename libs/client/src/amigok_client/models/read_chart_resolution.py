from typing import Literal

ReadChartResolution = Literal["auto", "day", "hour", "raw"]

READ_CHART_RESOLUTION_VALUES: set[ReadChartResolution] = {
    "auto",
    "day",
    "hour",
    "raw",
}


def check_read_chart_resolution(value: str) -> ReadChartResolution:
    if value in READ_CHART_RESOLUTION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_CHART_RESOLUTION_VALUES!r}")
