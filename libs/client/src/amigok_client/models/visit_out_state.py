from typing import Literal

VisitOutState = Literal[
    "accepted", "cancelled", "completed", "declined", "in_progress", "quoted", "requested", "scheduled"
]

VISIT_OUT_STATE_VALUES: set[VisitOutState] = {
    "accepted",
    "cancelled",
    "completed",
    "declined",
    "in_progress",
    "quoted",
    "requested",
    "scheduled",
}


def check_visit_out_state(value: str) -> VisitOutState:
    if value in VISIT_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VISIT_OUT_STATE_VALUES!r}")
