from typing import Literal

PrescribedOutState = Literal["cancelled", "dispensed", "prescribed", "stopped"]

PRESCRIBED_OUT_STATE_VALUES: set[PrescribedOutState] = {
    "cancelled",
    "dispensed",
    "prescribed",
    "stopped",
}


def check_prescribed_out_state(value: str) -> PrescribedOutState:
    if value in PRESCRIBED_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRESCRIBED_OUT_STATE_VALUES!r}")
