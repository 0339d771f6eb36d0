"""When a report is made again. Pure rules, in the local time of its time zone.

A local time that the clock skips is taken an hour later; of one that occurs twice, the first counts.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from amigok_chassis.schemas import In

LATEST_DAY = 28
"""The last day that every month has."""


class Schedule(In):
    """Each day, each week on a day of it (1 is Monday), or each month on a day of it, at this time of day."""

    every: Literal["day", "week", "month"]
    on: Annotated[int | None, Field(ge=1, le=LATEST_DAY)] = None
    at: Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", examples=["06:30"])] = "06:00"

    @model_validator(mode="after")
    def _has_the_day_that_it_needs(self) -> Self:
        if (self.every == "day") != (self.on is None):
            raise ValueError("a week and a month need the day `on` which; a day has none")
        if self.every == "week" and self.on is not None and self.on > 7:
            raise ValueError("a week has 7 days")
        return self


def following(schedule: Schedule, after: datetime, zone: ZoneInfo) -> datetime:
    """The first time after a moment at which a report is due, in UTC."""
    day = after.astimezone(zone).date() - timedelta(days=1)
    while True:
        day += timedelta(days=1)
        if _is_on(schedule, day):
            due = _moment(day, time.fromisoformat(schedule.at), zone)
            if due > after:
                return due


def _is_on(schedule: Schedule, day: date) -> bool:
    if schedule.every == "day":
        return True
    return schedule.on == (day.isoweekday() if schedule.every == "week" else day.day)


def _moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)
