from typing import Literal

HealthRecordOutRecordType = Literal["checkup", "quarantine_end", "quarantine_start", "treatment", "vaccination"]

HEALTH_RECORD_OUT_RECORD_TYPE_VALUES: set[HealthRecordOutRecordType] = {
    "checkup",
    "quarantine_end",
    "quarantine_start",
    "treatment",
    "vaccination",
}


def check_health_record_out_record_type(value: str) -> HealthRecordOutRecordType:
    if value in HEALTH_RECORD_OUT_RECORD_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HEALTH_RECORD_OUT_RECORD_TYPE_VALUES!r}")
