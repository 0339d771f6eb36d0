from typing import Literal

ChartOutResolution = Literal["day", "hour", "raw"]

CHART_OUT_RESOLUTION_VALUES: set[ChartOutResolution] = {
    "day",
    "hour",
    "raw",
}


def check_chart_out_resolution(value: str) -> ChartOutResolution:
    if value in CHART_OUT_RESOLUTION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CHART_OUT_RESOLUTION_VALUES!r}")
