"""Brings the alarms of a rule and a sensor up to the episodes that judging has found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from stream.alarm_rules.models import Rule
from stream.alarms import changes
from stream.alarms.judging import Episode, paired
from stream.alarms.models import OPEN, Alarm


@dataclass(frozen=True)
class Place:
    """Whose alarms these are: a rule's at a sensor, which is in an area and in equipment."""

    rule: Rule
    sensor_id: UUID
    area_id: UUID | None
    equipment_id: UUID | None


async def settle(
    db: UnitOfWork, place: Place, known: Sequence[Alarm], found: Sequence[Episode], *, late: timedelta
) -> None:
    """Raises, ends, reopens and withdraws alarms so that they are what was found. `known` are locked, oldest first.

    What ended for another reason than by readings is left as it is. What was confirmed longer than `late` ago is late.
    """
    pairs = [(None if at is None else known[at], to) for at, to in paired([each.episode for each in known], found)]
    for alarm, to in pairs:
        if alarm is not None and _may_change(alarm):
            _close(db, alarm, to)
    await db.flush()  # first what ends, since a rule has one open alarm at a sensor
    for alarm, to in pairs:
        if alarm is None and to is not None:
            _raise(db, place, to, clock.now() - late)
        elif alarm is not None and to is not None and _may_change(alarm):
            _update(db, alarm, to, place.rule)


def _may_change(alarm: Alarm) -> bool:
    return alarm.end_reason in (None, "cleared") and alarm.state != "withdrawn"


def _close(db: UnitOfWork, alarm: Alarm, to: Episode | None) -> None:
    if to is None:
        changes.withdraw(db, alarm)
    elif alarm.state in OPEN and to.ended_at is not None and to.end_confirmed_at is not None:
        _take(alarm, to)
        changes.end(db, alarm, "cleared", to.ended_at, to.end_confirmed_at)


def _update(db: UnitOfWork, alarm: Alarm, to: Episode, rule: Rule) -> None:
    _take(alarm, to)
    if alarm.state == "ended" and to.ended_at is None:
        changes.reopen(db, alarm)
        await_escalation(alarm, rule)
    elif alarm.state == "ended":
        alarm.ended_at, alarm.end_confirmed_at = to.ended_at, to.end_confirmed_at


def _take(alarm: Alarm, to: Episode) -> None:
    alarm.began_at, alarm.confirmed_at, alarm.signal = to.began_at, to.confirmed_at, to.signal
    alarm.value = None if alarm.kind == "silence" else to.value


def _raise(db: UnitOfWork, place: Place, episode: Episode, late_before: datetime) -> None:
    alarm = new_alarm(place, episode, late=episode.ended_at is not None or episode.confirmed_at < late_before)
    changes.raised(db, alarm)
    if episode.ended_at is not None and episode.end_confirmed_at is not None:
        changes.end(db, alarm, "cleared", episode.ended_at, episode.end_confirmed_at)
    else:
        await_escalation(alarm, place.rule)


def new_alarm(place: Place, episode: Episode, *, late: bool) -> Alarm:
    """An alarm that is not stored yet."""
    rule = place.rule
    return Alarm(
        id=new_id(),
        version=1,
        rule_id=rule.id,
        rule_name=rule.name,
        farm_id=rule.farm_id,
        area_id=place.area_id,
        equipment_id=place.equipment_id,
        sensor_id=place.sensor_id,
        kind=rule.kind,
        severity=rule.severity,
        threshold=rule.threshold,
        state="raised",
        late=late,
        signal=episode.signal,
        value=None if rule.kind == "silence" else episode.value,
        began_at=episode.began_at,
        confirmed_at=episode.confirmed_at,
        raised_at=clock.now(),
        attempts=0,
    )


def await_escalation(alarm: Alarm, rule: Rule) -> None:
    """It escalates if nobody acknowledges it in time."""
    if rule.escalate_after_seconds is not None:
        alarm.make_due(clock.now() + timedelta(seconds=rule.escalate_after_seconds))
