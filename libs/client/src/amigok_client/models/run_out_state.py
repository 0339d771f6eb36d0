from typing import Literal

RunOutState = Literal["asked", "cancelled", "expired", "failed", "making", "ready"]

RUN_OUT_STATE_VALUES: set[RunOutState] = {
    "asked",
    "cancelled",
    "expired",
    "failed",
    "making",
    "ready",
}


def check_run_out_state(value: str) -> RunOutState:
    if value in RUN_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RUN_OUT_STATE_VALUES!r}")
