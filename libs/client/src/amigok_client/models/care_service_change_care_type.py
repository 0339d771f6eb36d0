from typing import Literal

CareServiceChangeCareType = Literal["checkup", "emergency", "grooming", "surgery", "treatment", "vaccination"]

CARE_SERVICE_CHANGE_CARE_TYPE_VALUES: set[CareServiceChangeCareType] = {
    "checkup",
    "emergency",
    "grooming",
    "surgery",
    "treatment",
    "vaccination",
}


def check_care_service_change_care_type(value: str) -> CareServiceChangeCareType:
    if value in CARE_SERVICE_CHANGE_CARE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_SERVICE_CHANGE_CARE_TYPE_VALUES!r}")
