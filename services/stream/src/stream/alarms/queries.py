"""Reads of alarms."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from stream.alarm_rules.models import Severity
from stream.alarms.errors import AlarmNotFound
from stream.alarms.models import OPEN, Alarm, State
from stream.alarms.schemas import AlarmCountsOut, AlarmOut
from stream.equipment.guards import require_worker


@dataclass(frozen=True)
class Wanted:
    """Which alarms of a farm; None: whatever."""

    state: State | None
    severity: Severity | None
    rule_id: UUID | None
    sensor_id: UUID | None
    equipment_id: UUID | None


async def of_farm(db: UnitOfWork, by: Principal, farm_id: UUID, paging: Paging, wanted: Wanted) -> Page[AlarmOut]:
    """The alarms of a farm, newest first. Raises OtherFarm, FarmNotFound."""
    await require_worker(db, by, farm_id)
    query = select(Alarm).where(Alarm.farm_id == farm_id)
    for name, value in vars(wanted).items():
        if value is not None:
            query = query.where(getattr(Alarm, name) == value)
    rows, cursor = await paginate(db, query, paging, key=[Alarm.id])
    return Page(items=[AlarmOut.model_validate(row) for row in rows], next_cursor=cursor)


async def show(db: UnitOfWork, by: Principal, farm_id: UUID, alarm_id: UUID) -> AlarmOut:
    """Raises OtherFarm, FarmNotFound, AlarmNotFound."""
    await require_worker(db, by, farm_id)
    alarm = await db.get(Alarm, alarm_id)
    if alarm is None or alarm.farm_id != farm_id:
        raise AlarmNotFound
    return AlarmOut.model_validate(alarm)


async def counts(db: UnitOfWork, by: Principal, farm_id: UUID) -> AlarmCountsOut:
    """How many alarms of a farm are open. Raises OtherFarm, FarmNotFound."""
    await require_worker(db, by, farm_id)
    query = select(Alarm.severity, Alarm.state, func.count().label("alarms")).where(
        Alarm.farm_id == farm_id, Alarm.state.in_(OPEN)
    )
    rows = [
        (row.severity, row.state, row.alarms) for row in await db.execute(query.group_by(Alarm.severity, Alarm.state))
    ]
    by_severity = {name: sum(count for severity, _, count in rows if severity == name) for name in _SEVERITIES}
    waiting = sum(count for _, state, count in rows if state == "raised")
    return AlarmCountsOut(open=sum(by_severity.values()), unacknowledged=waiting, **by_severity)


async def unacknowledged(db: UnitOfWork) -> int:
    """Counts the open alarms that nobody has acknowledged."""
    return await db.scalar(select(func.count()).where(Alarm.state == "raised")) or 0


_SEVERITIES = ("info", "warning", "critical")
