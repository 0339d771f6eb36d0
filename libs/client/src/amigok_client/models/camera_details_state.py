from typing import Literal

CameraDetailsState = Literal["error", "inactive", "offline", "online", "unknown"]

CAMERA_DETAILS_STATE_VALUES: set[CameraDetailsState] = {
    "error",
    "inactive",
    "offline",
    "online",
    "unknown",
}


def check_camera_details_state(value: str) -> CameraDetailsState:
    if value in CAMERA_DETAILS_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CAMERA_DETAILS_STATE_VALUES!r}")
