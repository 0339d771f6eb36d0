from typing import Literal

CareHistoryEntryCareType = Literal["checkup", "emergency", "grooming", "surgery", "treatment", "vaccination"]

CARE_HISTORY_ENTRY_CARE_TYPE_VALUES: set[CareHistoryEntryCareType] = {
    "checkup",
    "emergency",
    "grooming",
    "surgery",
    "treatment",
    "vaccination",
}


def check_care_history_entry_care_type(value: str) -> CareHistoryEntryCareType:
    if value in CARE_HISTORY_ENTRY_CARE_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CARE_HISTORY_ENTRY_CARE_TYPE_VALUES!r}")
