from typing import Literal

CameraInRecording = Literal["continuous", "detections", "off"]

CAMERA_IN_RECORDING_VALUES: set[CameraInRecording] = {
    "continuous",
    "detections",
    "off",
}


def check_camera_in_recording(value: str) -> CameraInRecording:
    if value in CAMERA_IN_RECORDING_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CAMERA_IN_RECORDING_VALUES!r}")
