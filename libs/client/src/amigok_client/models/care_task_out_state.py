from typing import Literal

CareTaskOutState = Literal["cancelled", "given", "missed", "planned", "refused", "skipped"]

CARE_TASK_OUT_STATE_VALUES: set[CareTaskOutState] = {
    "cancelled",
    "given",
    "missed",
    "planned",
    "refused",
    "skipped",
}


def check_care_task_out_state(value: str) -> CareTaskOutState:
    if value in CARE_TASK_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_TASK_OUT_STATE_VALUES!r}")
