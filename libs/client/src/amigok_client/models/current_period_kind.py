from typing import Literal

CurrentPeriodKind = Literal["package", "welfare"]

CURRENT_PERIOD_KIND_VALUES: set[CurrentPeriodKind] = {
    "package",
    "welfare",
}


def check_current_period_kind(value: str) -> CurrentPeriodKind:
    if value in CURRENT_PERIOD_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CURRENT_PERIOD_KIND_VALUES!r}")
