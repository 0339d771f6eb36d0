from typing import Literal

TakedownForAdminOutState = Literal["appealable", "appealed", "final", "overturned"]

TAKEDOWN_FOR_ADMIN_OUT_STATE_VALUES: set[TakedownForAdminOutState] = {
    "appealable",
    "appealed",
    "final",
    "overturned",
}


def check_takedown_for_admin_out_state(value: str) -> TakedownForAdminOutState:
    if value in TAKEDOWN_FOR_ADMIN_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TAKEDOWN_FOR_ADMIN_OUT_STATE_VALUES!r}")
