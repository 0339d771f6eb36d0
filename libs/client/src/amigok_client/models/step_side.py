from typing import Literal

StepSide = Literal["left", "right"]

STEP_SIDE_VALUES: set[StepSide] = {
    "left",
    "right",
}


def check_step_side(value: str) -> StepSide:
    if value in STEP_SIDE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STEP_SIDE_VALUES!r}")
