"""What people and time do with alarms."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis import audit
from amigok_chassis.auth import Principal
from amigok_chassis.unit_of_work import UnitOfWork
from stream.alarms import changes
from stream.alarms.errors import AlarmNotFound
from stream.alarms.models import Alarm
from stream.alarms.schemas import AlarmOut
from stream.equipment.guards import require_worker


async def acknowledge(db: UnitOfWork, by: Principal, farm_id: UUID, alarm_id: UUID, note: str | None) -> AlarmOut:
    """Says that somebody takes care of an alarm. Raises OtherFarm, FarmNotFound, AlarmNotFound, WrongState."""
    await require_worker(db, by, farm_id)
    alarm = await db.scalar(select(Alarm).where(Alarm.id == alarm_id, Alarm.farm_id == farm_id).with_for_update())
    if alarm is None:
        raise AlarmNotFound
    changes.acknowledge(db, alarm, by=by.id, note=note)
    audit.record(db, "alarm.acknowledged", subject_id=alarm.id, after=audit.picture(alarm, "rule_name", "began_at"))
    return AlarmOut.model_validate(alarm)


async def escalate(db: UnitOfWork, alarm_id: UUID) -> None:
    """Escalates an alarm that nobody has acknowledged, once."""
    alarm = await db.get_one(Alarm, alarm_id, with_for_update=True)
    if alarm.state == "raised" and alarm.escalated_at is None:
        changes.escalate(db, alarm)
