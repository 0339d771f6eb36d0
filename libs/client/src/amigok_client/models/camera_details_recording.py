from typing import Literal

CameraDetailsRecording = Literal["continuous", "detections", "off"]

CAMERA_DETAILS_RECORDING_VALUES: set[CameraDetailsRecording] = {
    "continuous",
    "detections",
    "off",
}


def check_camera_details_recording(value: str) -> CameraDetailsRecording:
    if value in CAMERA_DETAILS_RECORDING_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CAMERA_DETAILS_RECORDING_VALUES!r}")
