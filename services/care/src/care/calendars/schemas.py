"""Calendars over HTTP."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Annotated, Self
from uuid import UUID
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, Field, StringConstraints, model_validator

from amigok_chassis.schemas import In, NearMoment, Out
from amigok_chassis.values import IsoDate
from care.calendars.models import Calendar

Day = Annotated[IsoDate, Field(ge=date(2000, 1, 1), lt=date(2100, 1, 1))]

LONGEST_ABSENCE = timedelta(days=366)
_ZONES = frozenset(available_timezones())


def _known_zone(name: str) -> str:
    if name not in _ZONES:
        raise ValueError("a time zone is a name of the IANA database, such as Europe/Madrid")
    return name


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


def clock_of(minutes: int) -> str:
    """`09:30`, of minutes after midnight."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


TimeZone = Annotated[str, Field(max_length=64, examples=["Europe/Madrid"]), AfterValidator(_known_zone)]
Clock = Annotated[str, StringConstraints(pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"), Field(examples=["09:30"])]
"""A time of the day; `24:00` is its end."""


class Base(In):
    """Where a veterinarian sets out, in degrees."""

    latitude: float = Field(ge=-90, le=90, allow_inf_nan=False, strict=True)
    longitude: float = Field(ge=-180, le=180, allow_inf_nan=False, strict=True)


class HoursIn(In):
    """From when to when one works on a weekday: 1 is Monday. A night is two of them, until 24:00 and from 00:00."""

    weekday: int = Field(ge=1, le=7, strict=True)
    begins: Clock
    ends: Annotated[Clock, Field(examples=["17:00"])]

    @model_validator(mode="after")
    def _ends_later(self) -> Self:
        if self.begins >= self.ends:
            raise ValueError("working hours end after they begin")
        return self

    @property
    def minutes(self) -> tuple[int, int]:
        return _minutes(self.begins), _minutes(self.ends)


def _apart(hours: Sequence[HoursIn]) -> Sequence[HoursIn]:
    ordered = sorted(hours, key=lambda each: (each.weekday, each.begins))
    if any(a.weekday == b.weekday and a.ends > b.begins for a, b in pairwise(ordered)):
        raise ValueError("the hours of a day do not overlap")
    return ordered


class CalendarIn(In):
    """The whole calendar as it is to be."""

    version: int = Field(
        strict=True, ge=0, le=2**31 - 2, description="The version that you have read; 0: there is none"
    )
    time_zone: TimeZone
    base: Base | None = None
    farm_ids: list[UUID] = Field(default_factory=list, max_length=500, description="Which farms; none: all")
    hours: Annotated[list[HoursIn], Field(max_length=50), AfterValidator(_apart)]


class HoursOut(BaseModel):
    weekday: int = Field(examples=[1])
    begins: str = Field(examples=["09:30"])
    ends: str = Field(examples=["17:00"])


class CalendarOut(BaseModel):
    """When and where a veterinarian works."""

    veterinarian_id: UUID
    version: int
    time_zone: str = Field(examples=["Europe/Madrid"])
    base: Base | None
    farm_ids: list[UUID]
    hours: list[HoursOut]

    @classmethod
    def of(cls, calendar: Calendar) -> Self:
        base = None
        if calendar.latitude is not None and calendar.longitude is not None:
            base = Base(latitude=calendar.latitude, longitude=calendar.longitude)
        return cls(
            veterinarian_id=calendar.veterinarian_id,
            version=calendar.version,
            time_zone=calendar.time_zone,
            base=base,
            farm_ids=calendar.farm_ids,
            hours=[
                HoursOut(weekday=each.weekday, begins=clock_of(each.begins), ends=clock_of(each.ends))
                for each in calendar.hours
            ],
        )


class AbsenceIn(In):
    """From when until when a veterinarian does not work."""

    starts_at: NearMoment
    ends_at: NearMoment

    @model_validator(mode="after")
    def _ends_later(self) -> Self:
        if not self.starts_at < self.ends_at <= self.starts_at + LONGEST_ABSENCE:
            raise ValueError("an absence ends after it begins, within 366 days")
        return self


class AbsenceOut(Out):
    id: UUID
    veterinarian_id: UUID
    starts_at: datetime
    ends_at: datetime
