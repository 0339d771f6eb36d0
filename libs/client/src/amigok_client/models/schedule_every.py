from typing import Literal

ScheduleEvery = Literal["day", "month", "week"]

SCHEDULE_EVERY_VALUES: set[ScheduleEvery] = {
    "day",
    "month",
    "week",
}


def check_schedule_every(value: str) -> ScheduleEvery:
    if value in SCHEDULE_EVERY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SCHEDULE_EVERY_VALUES!r}")
