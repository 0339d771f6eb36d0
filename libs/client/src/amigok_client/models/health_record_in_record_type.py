from typing import Literal

HealthRecordInRecordType = Literal["checkup", "quarantine_end", "quarantine_start", "treatment", "vaccination"]

HEALTH_RECORD_IN_RECORD_TYPE_VALUES: set[HealthRecordInRecordType] = {
    "checkup",
    "quarantine_end",
    "quarantine_start",
    "treatment",
    "vaccination",
}


def check_health_record_in_record_type(value: str) -> HealthRecordInRecordType:
    if value in HEALTH_RECORD_IN_RECORD_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HEALTH_RECORD_IN_RECORD_TYPE_VALUES!r}")
