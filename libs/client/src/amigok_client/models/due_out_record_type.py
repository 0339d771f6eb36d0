from typing import Literal

DueOutRecordType = Literal["checkup", "quarantine_end", "quarantine_start", "treatment", "vaccination"]

DUE_OUT_RECORD_TYPE_VALUES: set[DueOutRecordType] = {
    "checkup",
    "quarantine_end",
    "quarantine_start",
    "treatment",
    "vaccination",
}


def check_due_out_record_type(value: str) -> DueOutRecordType:
    if value in DUE_OUT_RECORD_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DUE_OUT_RECORD_TYPE_VALUES!r}")
