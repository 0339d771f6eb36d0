"""What a log says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.unit_of_work import UnitOfWork
from stream.equipment import queries as equipment
from stream.equipment.models import Equipment
from stream.equipment.schemas import EquipmentOut
from stream.equipment_logs import gaps
from stream.equipment_logs.errors import PeriodOutOfRange
from stream.equipment_logs.schemas import EquipmentLogOut, LogDay, Summary
from stream.excursions.measures import NOTHING, Measured, by_day, together
from stream.excursions.models import Excursion
from stream.excursions.queries import spans_of
from stream.excursions.schemas import ExcursionOut
from stream.farms.models import Farm

MOST_DAYS = 92
MOST_ROWS = 500
_KWH = 3_600_000
"""Watt seconds."""


@dataclass(frozen=True)
class Period:
    """Days in a time zone, and from when until when they last, at most until now."""

    first: date
    last: date
    zone: str
    since: datetime
    until: datetime


async def log(
    db: UnitOfWork, by: Principal, farm_id: UUID, equipment_id: UUID, *, first: date, last: date
) -> EquipmentLogOut:
    """The log of equipment over some days. Raises OtherFarm, FarmNotFound, EquipmentNotFound, PeriodOutOfRange."""
    unit = await equipment.one(db, by, farm_id, equipment_id)
    farm = await db.get_one(Farm, farm_id)
    period = period_of(first, last, farm.time_zone, clock.now())
    cold = await spans_of(db, unit.id, "temperature", period.since, period.until)
    power = await spans_of(db, unit.id, "power", period.since, period.until)
    measured = await by_day(db, cold, low=unit.low, high=unit.high, zone=period.zone)
    used = await by_day(db, power, zone=period.zone)
    found = await _excursions(db, unit, period)
    known_since = min(max(period.since, unit.created_at), period.until)
    missing = await gaps.between(db, cold, known_since, period.until, most=MOST_ROWS + 1)
    return EquipmentLogOut(
        equipment=EquipmentOut.model_validate(unit),
        farm_name=farm.name,
        time_zone=period.zone,
        first_day=first,
        last_day=last,
        generated_at=clock.now(),
        summary=Summary.model_validate(_summary(together(measured.values()))),
        days=_days(period, measured, used),
        excursions=found[:MOST_ROWS],
        gaps=missing[:MOST_ROWS],
        complete=len(found) <= MOST_ROWS and len(missing) <= MOST_ROWS,
    )


def period_of(first: date, last: date, zone: str, now: datetime) -> Period:
    """The days from the first to the last. Raises PeriodOutOfRange."""
    today = now.astimezone(ZoneInfo(zone)).date()
    if not first <= last <= today or (last - first).days >= MOST_DAYS:
        raise PeriodOutOfRange(most=MOST_DAYS)
    return Period(first, last, zone, _midnight(first, zone), min(_midnight(last + timedelta(days=1), zone), now))


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def _days(period: Period, measured: Mapping[date, Measured], used: Mapping[date, Measured]) -> list[LogDay]:
    days = [period.first + timedelta(days=number) for number in range((period.last - period.first).days + 1)]
    return [
        LogDay.model_validate({"day": day, "energy_kwh": _energy(used.get(day))} | _summary(measured.get(day, NOTHING)))
        for day in days
    ]


def _energy(used: Measured | None) -> float | None:
    return None if used is None else round(used.weighted / _KWH, 3)


def _summary(measured: Measured) -> dict[str, float | None]:
    return {
        "readings": measured.count,
        "measured_minutes": round(measured.seconds / 60, 1),
        "lowest": _rounded(measured.lowest),
        "highest": _rounded(measured.highest),
        "mean": _rounded(measured.mean),
        "mean_kinetic": _rounded(measured.mean_kinetic),
        "minutes_above": round(measured.above / 60, 1),
        "minutes_below": round(measured.below / 60, 1),
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 2)


async def _excursions(db: UnitOfWork, unit: Equipment, period: Period) -> list[ExcursionOut]:
    """Those that lasted into the period, oldest first, and one more than are shown."""
    query = select(Excursion).where(
        Excursion.equipment_id == unit.id,
        Excursion.state != "withdrawn",
        Excursion.began_at < period.until,
        or_(Excursion.ended_at.is_(None), Excursion.ended_at > period.since),
    )
    rows = await db.scalars(query.order_by(Excursion.began_at, Excursion.id).limit(MOST_ROWS + 1))
    return [ExcursionOut.model_validate(row) for row in rows]
