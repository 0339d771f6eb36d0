from typing import Literal

VisitOfDayOutState = Literal[
    "accepted", "cancelled", "completed", "declined", "in_progress", "quoted", "requested", "scheduled"
]

VISIT_OF_DAY_OUT_STATE_VALUES: set[VisitOfDayOutState] = {
    "accepted",
    "cancelled",
    "completed",
    "declined",
    "in_progress",
    "quoted",
    "requested",
    "scheduled",
}


def check_visit_of_day_out_state(value: str) -> VisitOfDayOutState:
    if value in VISIT_OF_DAY_OUT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VISIT_OF_DAY_OUT_STATE_VALUES!r}")
