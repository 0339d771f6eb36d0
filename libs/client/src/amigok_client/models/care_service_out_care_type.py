from typing import Literal

CareServiceOutCareType = Literal["checkup", "emergency", "grooming", "surgery", "treatment", "vaccination"]

CARE_SERVICE_OUT_CARE_TYPE_VALUES: set[CareServiceOutCareType] = {
    "checkup",
    "emergency",
    "grooming",
    "surgery",
    "treatment",
    "vaccination",
}


def check_care_service_out_care_type(value: str) -> CareServiceOutCareType:
    if value in CARE_SERVICE_OUT_CARE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_SERVICE_OUT_CARE_TYPE_VALUES!r}")
