from typing import Literal

PrescriptionOutState = Literal["cancelled", "dispensed", "prescribed", "stopped"]

PRESCRIPTION_OUT_STATE_VALUES: set[PrescriptionOutState] = {
    "cancelled",
    "dispensed",
    "prescribed",
    "stopped",
}


def check_prescription_out_state(value: str) -> PrescriptionOutState:
    if value in PRESCRIPTION_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRESCRIPTION_OUT_STATE_VALUES!r}")
