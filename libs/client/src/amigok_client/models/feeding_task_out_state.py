from typing import Literal

FeedingTaskOutState = Literal["fed", "missed", "partly", "planned", "refused", "void"]

FEEDING_TASK_OUT_STATE_VALUES: set[FeedingTaskOutState] = {
    "fed",
    "missed",
    "partly",
    "planned",
    "refused",
    "void",
}


def check_feeding_task_out_state(value: str) -> FeedingTaskOutState:
    if value in FEEDING_TASK_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FEEDING_TASK_OUT_STATE_VALUES!r}")
