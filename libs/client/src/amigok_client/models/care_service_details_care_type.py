from typing import Literal

CareServiceDetailsCareType = Literal["checkup", "emergency", "grooming", "surgery", "treatment", "vaccination"]

CARE_SERVICE_DETAILS_CARE_TYPE_VALUES: set[CareServiceDetailsCareType] = {
    "checkup",
    "emergency",
    "grooming",
    "surgery",
    "treatment",
    "vaccination",
}


def check_care_service_details_care_type(value: str) -> CareServiceDetailsCareType:
    if value in CARE_SERVICE_DETAILS_CARE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_SERVICE_DETAILS_CARE_TYPE_VALUES!r}")
