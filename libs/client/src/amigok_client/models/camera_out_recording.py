from typing import Literal

CameraOutRecording = Literal["continuous", "detections", "off"]

CAMERA_OUT_RECORDING_VALUES: set[CameraOutRecording] = {
    "continuous",
    "detections",
    "off",
}


def check_camera_out_recording(value: str) -> CameraOutRecording:
    if value in CAMERA_OUT_RECORDING_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CAMERA_OUT_RECORDING_VALUES!r}")
