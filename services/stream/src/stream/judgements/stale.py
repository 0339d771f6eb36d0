"""Alarms and excursions of what is not judged any more: the rule has changed, or the sensor is elsewhere."""

from collections.abc import Sequence

from sqlalchemy import text

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from stream.alarm_rules.models import Rule
from stream.alarms import changes
from stream.alarms.models import OPEN, Alarm, EndReason
from stream.equipment.models import Equipment
from stream.excursions import settling
from stream.excursions.models import Excursion
from stream.judgements.coverage import Guarded, Watched

_OPEN = text("""
    INSERT INTO judgements AS known (sensor_id, due_from)
    SELECT DISTINCT sensor_id, CAST(:now AS timestamptz)
    FROM (
        SELECT sensor_id FROM alarms WHERE state IN ('raised', 'acknowledged')
        UNION ALL SELECT sensor_id FROM excursions WHERE state = 'open'
    ) AS open
    ORDER BY sensor_id
    ON CONFLICT (sensor_id) DO UPDATE SET due_from = least(known.due_from, excluded.due_from)
""")


async def look_again(db: UnitOfWork) -> None:
    """Makes every sensor due that has something open, so that it ends when nothing judges it any more."""
    await db.execute(_OPEN, {"now": clock.now()})


async def close(
    db: UnitOfWork,
    watched: Sequence[Watched],
    guarded: Guarded | None,
    alarms: Sequence[Alarm],
    excursions: Sequence[Excursion],
) -> None:
    """Ends those of a sensor's open alarms and excursions that nothing judges any more."""
    now, since = clock.now(), {each.place.rule.id: each.since for each in watched}
    for alarm in alarms:
        if alarm.state in OPEN and (alarm.rule_id not in since or alarm.began_at < since[alarm.rule_id]):
            changes.end(db, alarm, await _reason(db, alarm), now, now)
    for excursion in excursions:
        if excursion.state == "open" and not _is_guarded(excursion, guarded):
            unit = await db.get_one(Equipment, excursion.equipment_id)
            await settling.end(db, unit, excursion, "out_of_scope", now, now)
    await db.flush()


def _is_guarded(excursion: Excursion, guarded: Guarded | None) -> bool:
    return (
        guarded is not None
        and guarded.unit.id == excursion.equipment_id
        and excursion.began_at >= guarded.condition.since
    )


async def _reason(db: UnitOfWork, alarm: Alarm) -> EndReason:
    rule = await db.get_one(Rule, alarm.rule_id)
    if rule.retired_at is not None:
        return "rule_retired"
    return "rule_changed" if alarm.began_at < rule.since else "out_of_scope"
