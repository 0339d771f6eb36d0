"""Behaviour over HTTP. A number of people below five is null: nobody is to be recognised by it."""

from datetime import date

from pydantic import AwareDatetime, BaseModel, Field

from amigok_chassis.schemas import In, NearMoment
from analytics.figures.schemas import Figures
from analytics.figures.values import Share
from analytics.scopes.schemas import TimeZone


class BehaviourAsk(In):
    """Which time: the last 90 days, if nothing is said; a year at most. Days and months are those of the time zone."""

    since: NearMoment | None = None
    until: NearMoment | None = None
    time_zone: TimeZone = "UTC"


class StepOut(BaseModel):
    """How many came so far, of all who registered and of those who took the step before."""

    step: str = Field(examples=["verified"])
    people: int | None
    of_all: Share | None
    of_previous: Share | None


class FunnelOut(Figures):
    """How far the people came who registered in a time, until its end."""

    since: AwareDatetime
    until: AwareDatetime
    steps: list[StepOut]


class MonthOut(BaseModel):
    """The people who registered in a month, and the share of them that did something so many months later."""

    month: date
    people: int | None
    retained: list[Share | None]


class RetentionOut(Figures):
    """Who came back, by the month of registration."""

    since: AwareDatetime
    until: AwareDatetime
    cohorts: list[MonthOut]


class ActiveDayOut(BaseModel):
    """A day: how many people did something on it, and within the 30 days that end with it."""

    day: date
    daily: int | None
    monthly: int | None
    stickiness: Share | None = Field(description="`daily` as a part of `monthly`")


class ActivePeopleOut(Figures):
    """Who does something. To look at pages leaves no event, and does not count."""

    since: AwareDatetime
    until: AwareDatetime
    days: list[ActiveDayOut]
