from typing import Literal

CancelInWhen = Literal["now", "period_end"]

CANCEL_IN_WHEN_VALUES: set[CancelInWhen] = {
    "now",
    "period_end",
}


def check_cancel_in_when(value: str) -> CancelInWhen:
    if value in CANCEL_IN_WHEN_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CANCEL_IN_WHEN_VALUES!r}")
