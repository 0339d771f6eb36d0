from typing import Literal

CareReportOutCareType = Literal["checkup", "emergency", "grooming", "surgery", "treatment", "vaccination"]

CARE_REPORT_OUT_CARE_TYPE_VALUES: set[CareReportOutCareType] = {
    "checkup",
    "emergency",
    "grooming",
    "surgery",
    "treatment",
    "vaccination",
}


def check_care_report_out_care_type(value: str) -> CareReportOutCareType:
    if value in CARE_REPORT_OUT_CARE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_REPORT_OUT_CARE_TYPE_VALUES!r}")
