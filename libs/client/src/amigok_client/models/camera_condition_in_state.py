from typing import Literal

CameraConditionInState = Literal["error", "offline", "online"]

CAMERA_CONDITION_IN_STATE_VALUES: set[CameraConditionInState] = {
    "error",
    "offline",
    "online",
}


def check_camera_condition_in_state(value: str) -> CameraConditionInState:
    if value in CAMERA_CONDITION_IN_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CAMERA_CONDITION_IN_STATE_VALUES!r}")
