from typing import Literal

CareRequestDetailsCareType = Literal["checkup", "emergency", "grooming", "surgery", "treatment", "vaccination"]

CARE_REQUEST_DETAILS_CARE_TYPE_VALUES: set[CareRequestDetailsCareType] = {
    "checkup",
    "emergency",
    "grooming",
    "surgery",
    "treatment",
    "vaccination",
}


def check_care_request_details_care_type(value: str) -> CareRequestDetailsCareType:
    if value in CARE_REQUEST_DETAILS_CARE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_REQUEST_DETAILS_CARE_TYPE_VALUES!r}")
