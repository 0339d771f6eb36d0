from typing import Literal

ReadForecastDays = Literal["180", "30", "60", "90"]

READ_FORECAST_DAYS_VALUES: set[ReadForecastDays] = {
    "180",
    "30",
    "60",
    "90",
}


def check_read_forecast_days(value: str) -> ReadForecastDays:
    if value in READ_FORECAST_DAYS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_FORECAST_DAYS_VALUES!r}")
