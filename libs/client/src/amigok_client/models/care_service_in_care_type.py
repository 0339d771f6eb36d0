from typing import Literal

CareServiceInCareType = Literal["checkup", "emergency", "grooming", "surgery", "treatment", "vaccination"]

CARE_SERVICE_IN_CARE_TYPE_VALUES: set[CareServiceInCareType] = {
    "checkup",
    "emergency",
    "grooming",
    "surgery",
    "treatment",
    "vaccination",
}


def check_care_service_in_care_type(value: str) -> CareServiceInCareType:
    if value in CARE_SERVICE_IN_CARE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_SERVICE_IN_CARE_TYPE_VALUES!r}")
