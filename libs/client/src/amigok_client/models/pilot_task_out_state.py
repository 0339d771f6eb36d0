from typing import Literal

PilotTaskOutState = Literal["done", "missed", "open"]

PILOT_TASK_OUT_STATE_VALUES: set[PilotTaskOutState] = {
    "done",
    "missed",
    "open",
}


def check_pilot_task_out_state(value: str) -> PilotTaskOutState:
    if value in PILOT_TASK_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PILOT_TASK_OUT_STATE_VALUES!r}")
