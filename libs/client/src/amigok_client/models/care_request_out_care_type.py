from typing import Literal

CareRequestOutCareType = Literal["checkup", "emergency", "grooming", "surgery", "treatment", "vaccination"]

CARE_REQUEST_OUT_CARE_TYPE_VALUES: set[CareRequestOutCareType] = {
    "checkup",
    "emergency",
    "grooming",
    "surgery",
    "treatment",
    "vaccination",
}


def check_care_request_out_care_type(value: str) -> CareRequestOutCareType:
    if value in CARE_REQUEST_OUT_CARE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_REQUEST_OUT_CARE_TYPE_VALUES!r}")
