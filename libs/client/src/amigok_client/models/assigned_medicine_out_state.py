from typing import Literal

AssignedMedicineOutState = Literal[
    "accepted", "cancelled", "completed", "declined", "in_progress", "quoted", "requested", "scheduled"
]

ASSIGNED_MEDICINE_OUT_STATE_VALUES: set[AssignedMedicineOutState] = {
    "accepted",
    "cancelled",
    "completed",
    "declined",
    "in_progress",
    "quoted",
    "requested",
    "scheduled",
}


def check_assigned_medicine_out_state(value: str) -> AssignedMedicineOutState:
    if value in ASSIGNED_MEDICINE_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ASSIGNED_MEDICINE_OUT_STATE_VALUES!r}")
