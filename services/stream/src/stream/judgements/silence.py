"""Sensors from which nothing has come for as long as a rule says.

A device that is not heard of any more is told of once, as a device: a sensor is silent while its device has spoken
since, or another sensor of it. A silence that was over before anybody looked is raised and ended by the readings
that ended it, unless the device was away meanwhile.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, exists, func, literal, or_, select, text, type_coerce

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from stream.alarm_rules.models import Rule
from stream.alarms import changes
from stream.alarms.judging import Episode
from stream.alarms.models import OPEN, Alarm
from stream.alarms.settling import Place, await_escalation, new_alarm
from stream.connectivity.models import Absence
from stream.devices.models import Device
from stream.equipment.models import Attachment
from stream.judgements.coverage import SINCE, covering
from stream.judgements.models import Judgement
from stream.sensors.models import Sensor
from stream.settings import Settings

_MAKE_ROOM = text("""
    INSERT INTO judgements (sensor_id)
    SELECT id FROM sensors WHERE NOT EXISTS (SELECT FROM judgements WHERE sensor_id = sensors.id)
    ORDER BY id
    ON CONFLICT DO NOTHING
""")


@dataclass(frozen=True)
class Silent:
    """A sensor that has been silent since a moment."""

    place: Place
    since: datetime


async def judge(db: UnitOfWork, *, most: int) -> None:
    """Raises the alarms of sensors that are silent, each once. Sensors that are being judged come the next time."""
    await db.execute(_MAKE_ROOM)
    late = clock.now() - db.settings(Settings).alarm_late
    for silent in await _silent(db, most=most):
        rule = silent.place.rule
        episode = Episode(silent.since, silent.since + timedelta(seconds=rule.for_seconds), 0.0, 0.0)
        alarm = new_alarm(silent.place, episode, late=episode.confirmed_at < late)
        changes.raised(db, alarm)
        await_escalation(alarm, rule)


async def proven(
    db: UnitOfWork, sensor_id: UUID, known: Sequence[Episode], found: Sequence[Episode]
) -> Sequence[Episode]:
    """Of the silences that readings have shown: those that are known, and those that are over, if the device was there.

    What goes on is left to `judge`.
    """
    again = [each for each in found if any(each.overlaps(other) for other in known)]
    over = [each for each in found if each.ended_at is not None and each not in again]
    away = await _away(db, sensor_id, over[0].began_at) if over else ()
    return sorted([*again, *(each for each in over if _was_there(each, away))], key=lambda each: each.began_at)


async def _away(db: UnitOfWork, sensor_id: UUID, since: datetime) -> Sequence[tuple[datetime, datetime | None]]:
    """From when until when the device of a sensor was not heard."""
    query = select(Absence.lost_at, Absence.back_at).join(Sensor, Sensor.device_id == Absence.device_id)
    lately = Sensor.id == sensor_id, or_(Absence.back_at.is_(None), Absence.back_at > since)
    return [(lost, back) for lost, back in await db.execute(query.where(*lately).order_by(Absence.lost_at))]


def _was_there(silent: Episode, away: Iterable[tuple[datetime, datetime | None]]) -> bool:
    """Whether the device was heard all the while, for as long as makes a silence."""
    assert silent.ended_at is not None
    at, lasting = silent.began_at, silent.confirmed_at - silent.began_at
    for lost, back in away:
        if min(lost, silent.ended_at) - at >= lasting:
            return True
        at = max(at, back or silent.ended_at)
    return silent.ended_at - at >= lasting


async def _silent(db: UnitOfWork, *, most: int) -> Sequence[Silent]:
    waiting = _waiting().subquery("waiting")
    others = exists().where(Sensor.device_id == waiting.c.device_id, Sensor.last_recorded_at >= waiting.c.due_at)
    raised = exists().where(
        Alarm.rule_id == waiting.c.rule_id, Alarm.sensor_id == waiting.c.sensor_id, Alarm.state.in_(OPEN)
    )
    query = (
        select(waiting.c.sensor_id, waiting.c.area_id, waiting.c.equipment_id, waiting.c.began_at, Rule)
        .join(Rule, Rule.id == waiting.c.rule_id)
        .join(Device, Device.id == waiting.c.device_id)
        .join(Judgement, Judgement.sensor_id == waiting.c.sensor_id)
        .where(waiting.c.due_at <= clock.now(), Judgement.due_from.is_(None))
        .where(or_(Device.heard_at >= waiting.c.due_at, others), ~raised)
    )
    rows = await db.execute(query.limit(most).with_for_update(of=Judgement, skip_locked=True))
    return [
        Silent(Place(rule, sensor_id, area_id, equipment_id), began)
        for sensor_id, area_id, equipment_id, began, rule in rows
    ]


def _waiting() -> Any:
    """Sensors whose readings are judged, with the rules that wait for more, and when these are due."""
    began = func.greatest(func.coalesce(Sensor.last_recorded_at, Sensor.created_at), SINCE)
    due = type_coerce(began + Rule.for_seconds * literal(timedelta(seconds=1)), DateTime(timezone=True))
    query = select(
        Sensor.id.label("sensor_id"),
        Sensor.device_id,
        Sensor.area_id,
        Attachment.equipment_id,
        Rule.id.label("rule_id"),
        began.label("began_at"),
        due.label("due_at"),
    )
    return covering(query.select_from(Sensor)).where(Rule.kind == "silence", Sensor.unjudged_from.is_(None))
