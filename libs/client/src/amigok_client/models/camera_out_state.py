from typing import Literal

CameraOutState = Literal["error", "inactive", "offline", "online", "unknown"]

CAMERA_OUT_STATE_VALUES: set[CameraOutState] = {
    "error",
    "inactive",
    "offline",
    "online",
    "unknown",
}


def check_camera_out_state(value: str) -> CameraOutState:
    if value in CAMERA_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CAMERA_OUT_STATE_VALUES!r}")
