from typing import Literal

ReceivedDetectionStatus = Literal["known", "stored"]

RECEIVED_DETECTION_STATUS_VALUES: set[ReceivedDetectionStatus] = {
    "known",
    "stored",
}


def check_received_detection_status(value: str) -> ReceivedDetectionStatus:
    if value in RECEIVED_DETECTION_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RECEIVED_DETECTION_STATUS_VALUES!r}")
