"""Brings the excursions of equipment by one sensor up to the episodes that judging has found."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.stream_alarms import ExcursionCorrected, ExcursionEnded, ExcursionWithdrawn
from stream.alarms.judging import Episode, paired
from stream.equipment.models import Equipment
from stream.excursions.measures import Span, in_all
from stream.excursions.models import Excursion, Verdict

_DAY = timedelta(days=1)
_ENOUGH = 12 * 3600
"""Seconds of a day that must be known for its mean to say something."""

_TOLD = ("farm_id", "sensor_id", "equipment_id", "began_at", "ended_at", "lowest", "highest", "mean_kinetic")
_OUTCOME = ("minutes_above", "minutes_below", "verdict")


async def settle(
    db: UnitOfWork, unit: Equipment, sensor_id: UUID, known: Sequence[Excursion], found: Sequence[Episode]
) -> None:
    """Begins, ends, corrects, reopens and withdraws excursions so that they are what was found.

    `known` are locked, oldest first. What ended because the equipment was no longer judged is left as it is.
    """
    pairs = [(None if at is None else known[at], to) for at, to in paired([each.episode for each in known], found)]
    for excursion, to in pairs:
        if excursion is not None and _may_change(excursion):
            await _close(db, unit, excursion, to)
    await db.flush()  # first what ends, since there is one open excursion by a sensor
    for excursion, to in pairs:
        if excursion is None and to is not None:
            await _begin(db, unit, sensor_id, to)
        elif excursion is not None and to is not None and _may_change(excursion):
            await _update(db, unit, excursion, to)


async def end(
    db: UnitOfWork, unit: Equipment, excursion: Excursion, reason: str, ended_at: datetime, confirmed_at: datetime
) -> None:
    """Ends an open excursion and says what it came to. Raises WrongState."""
    excursion.become("end")
    excursion.ended_at, excursion.end_confirmed_at, excursion.end_reason = ended_at, confirmed_at, reason
    await _measure(db, excursion)
    first, excursion.closed_at = excursion.closed_at is None, clock.now()
    fields = _fields(unit, excursion)
    emit(db, ExcursionEnded(**fields) if first else ExcursionCorrected(**fields))


def _may_change(excursion: Excursion) -> bool:
    return excursion.end_reason in (None, "cleared") and excursion.state != "withdrawn"


async def _close(db: UnitOfWork, unit: Equipment, excursion: Excursion, to: Episode | None) -> None:
    if to is None:
        _withdraw(db, excursion)
    elif excursion.state == "open" and to.ended_at is not None and to.end_confirmed_at is not None:
        _take(excursion, to)
        await end(db, unit, excursion, "cleared", to.ended_at, to.end_confirmed_at)


def _withdraw(db: UnitOfWork, excursion: Excursion) -> None:
    excursion.become("withdraw")
    excursion.ended_at = excursion.end_confirmed_at = excursion.end_reason = None
    if excursion.closed_at is not None:
        ids = {"excursion_id": excursion.id, "equipment_id": excursion.equipment_id, "farm_id": excursion.farm_id}
        emit(db, ExcursionWithdrawn(**ids))
    excursion.closed_at = clock.now()


async def _begin(db: UnitOfWork, unit: Equipment, sensor_id: UUID, to: Episode) -> None:
    excursion = Excursion(
        id=new_id(),
        version=1,
        equipment_id=unit.id,
        sensor_id=sensor_id,
        farm_id=unit.farm_id,
        state="open",
        low=unit.low,
        high=unit.high,
        allowed_minutes=unit.allowed_minutes,
        found_at=clock.now(),
    )
    _take(excursion, to)
    db.add(excursion)
    if to.ended_at is not None and to.end_confirmed_at is not None:
        await end(db, unit, excursion, "cleared", to.ended_at, to.end_confirmed_at)


async def _update(db: UnitOfWork, unit: Equipment, excursion: Excursion, to: Episode) -> None:
    _take(excursion, to)
    if excursion.state == "ended" and to.ended_at is None:
        excursion.become("reopen")
        excursion.ended_at = excursion.end_confirmed_at = excursion.end_reason = excursion.verdict = None
    elif excursion.state == "ended":
        await _correct(db, unit, excursion, to)


async def _correct(db: UnitOfWork, unit: Equipment, excursion: Excursion, to: Episode) -> None:
    before = _fields(unit, excursion)
    excursion.ended_at, excursion.end_confirmed_at = to.ended_at, to.end_confirmed_at
    await _measure(db, excursion)
    if _fields(unit, excursion) != before:
        excursion.become("correct")
        emit(db, ExcursionCorrected(**_fields(unit, excursion)))


def _take(excursion: Excursion, to: Episode) -> None:
    excursion.began_at, excursion.confirmed_at = to.began_at, to.confirmed_at
    excursion.signal, excursion.value = to.signal, to.value


async def _measure(db: UnitOfWork, excursion: Excursion) -> None:
    """Fills in what an excursion that has ended came to."""
    assert excursion.ended_at is not None
    ended_at, span = excursion.ended_at, Span(excursion.sensor_id, excursion.began_at, excursion.ended_at)
    with db.no_autoflush:
        during = await in_all(db, [span], low=excursion.low, high=excursion.high)
        day = await in_all(db, [Span(excursion.sensor_id, ended_at - _DAY, ended_at)])
    value = excursion.value
    excursion.lowest, excursion.highest = _rounded(during.lowest, value), _rounded(during.highest, value)
    excursion.mean, excursion.mean_kinetic = _rounded(during.mean, value), _rounded(during.mean_kinetic, value)
    excursion.mean_kinetic_day = _rounded(day.mean_kinetic, value) if day.seconds >= _ENOUGH else None
    excursion.minutes_above, excursion.minutes_below = round(during.above / 60, 2), round(during.below / 60, 2)
    excursion.verdict = verdict(excursion)


def verdict(excursion: Excursion) -> Verdict:
    """A breach lasted longer than allowed, or the 24 hours until its end were too warm on kinetic average."""
    outside = (excursion.minutes_above or 0) + (excursion.minutes_below or 0)
    too_warm = excursion.mean_kinetic_day is not None and excursion.mean_kinetic_day > excursion.high
    return "breach" if outside > excursion.allowed_minutes or too_warm else "within_allowance"


def _rounded(number: float | None, otherwise: float) -> float:
    return round(otherwise if number is None else number, 2)


def _fields(unit: Equipment, excursion: Excursion) -> dict[str, Any]:
    fields = {name: getattr(excursion, name) for name in (*_TOLD, *_OUTCOME)}
    return fields | {"excursion_id": excursion.id, "equipment_kind": unit.kind}
