from typing import Literal

CameraChangeRecording = Literal["continuous", "detections", "off"]

CAMERA_CHANGE_RECORDING_VALUES: set[CameraChangeRecording] = {
    "continuous",
    "detections",
    "off",
}


def check_camera_change_recording(value: str) -> CameraChangeRecording:
    if value in CAMERA_CHANGE_RECORDING_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CAMERA_CHANGE_RECORDING_VALUES!r}")
