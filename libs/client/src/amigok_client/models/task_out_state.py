from typing import Literal

TaskOutState = Literal["cancelled", "given", "missed", "planned", "refused", "skipped"]

TASK_OUT_STATE_VALUES: set[TaskOutState] = {
    "cancelled",
    "given",
    "missed",
    "planned",
    "refused",
    "skipped",
}


def check_task_out_state(value: str) -> TaskOutState:
    if value in TASK_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TASK_OUT_STATE_VALUES!r}")
