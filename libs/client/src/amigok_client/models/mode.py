from typing import Literal

Mode = Literal["daily", "now", "off", "weekly"]

MODE_VALUES: set[Mode] = {
    "daily",
    "now",
    "off",
    "weekly",
}


def check_mode(value: str) -> Mode:
    if value in MODE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MODE_VALUES!r}")
