from typing import Literal

DeletionOutState = Literal["checking", "done", "refused"]

DELETION_OUT_STATE_VALUES: set[DeletionOutState] = {
    "checking",
    "done",
    "refused",
}


def check_deletion_out_state(value: str) -> DeletionOutState:
    if value in DELETION_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DELETION_OUT_STATE_VALUES!r}")
