from typing import Literal

MedicationLogInOutcome = Literal["given", "refused", "skipped"]

MEDICATION_LOG_IN_OUTCOME_VALUES: set[MedicationLogInOutcome] = {
    "given",
    "refused",
    "skipped",
}


def check_medication_log_in_outcome(value: str) -> MedicationLogInOutcome:
    if value in MEDICATION_LOG_IN_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MEDICATION_LOG_IN_OUTCOME_VALUES!r}")
