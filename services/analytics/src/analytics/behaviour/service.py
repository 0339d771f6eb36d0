"""What people do, in numbers."""

from datetime import datetime, timedelta
from itertools import groupby

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from analytics.behaviour import queries
from analytics.behaviour.errors import TimeTooLong
from analytics.behaviour.rules import counted, funnel, retention, share
from analytics.behaviour.schemas import (
    ActiveDayOut,
    ActivePeopleOut,
    BehaviourAsk,
    FunnelOut,
    MonthOut,
    RetentionOut,
    StepOut,
)
from analytics.engine import Engine, Row
from analytics.figures.errors import TimeEmpty
from analytics.figures.service import about

USUAL = timedelta(days=90)
LONGEST = timedelta(days=366)


async def read_funnel(db: UnitOfWork, facts: Engine, asked: BehaviourAsk) -> FunnelOut:
    """How far people came. Raises TimeEmpty, TimeTooLong."""
    since, until = _time(asked)
    told = await about(db, until=until)
    steps = funnel(await queries.furthest(facts, since, until))
    shown = [StepOut(step=each.name, **{name: getattr(each, name) for name in _SHARES}) for each in steps]
    return FunnelOut(**told, since=since, until=until, steps=shown)


async def read_retention(db: UnitOfWork, facts: Engine, asked: BehaviourAsk) -> RetentionOut:
    """Who came back. Raises TimeEmpty, TimeTooLong."""
    since, until = _time(asked)
    told = await about(db, until=until)
    rows = await queries.months(facts, since, until, asked.time_zone)
    cohorts = [_cohort(list(each)) for _, each in groupby(rows, key=lambda row: row["month"])]
    return RetentionOut(**told, since=since, until=until, cohorts=cohorts)


async def read_activity(db: UnitOfWork, facts: Engine, asked: BehaviourAsk) -> ActivePeopleOut:
    """Who does something, day by day. Raises TimeEmpty, TimeTooLong."""
    since, until = _time(asked)
    told = await about(db, until=until)
    rows = await queries.active(facts, since, until, asked.time_zone)
    return ActivePeopleOut(**told, since=since, until=until, days=[_day(row) for row in rows])


_SHARES = ("people", "of_all", "of_previous")


def _time(asked: BehaviourAsk) -> tuple[datetime, datetime]:
    until = min(asked.until or clock.now(), clock.now())
    since = asked.since or until - USUAL
    if since >= until:
        raise TimeEmpty
    if until - since > LONGEST:
        raise TimeTooLong
    return since, until


def _cohort(rows: list[Row]) -> MonthOut:
    """Everybody is there in the month in which they register."""
    later = {row["later"]: row["people"] for row in rows}
    people = later.get(0, 0)
    active = [later.get(month, 0) for month in range(max(later) + 1)]
    return MonthOut(month=rows[0]["month"], people=counted(people), retained=retention(active, people))


def _day(row: Row) -> ActiveDayOut:
    daily, monthly = row["daily"], row["monthly"]
    return ActiveDayOut(
        day=row["day"], daily=counted(daily), monthly=counted(monthly), stickiness=share(daily, monthly)
    )
