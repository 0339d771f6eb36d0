"""What becomes of alarms, each step with its event."""

from datetime import datetime
from typing import Any
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.stream_alarms import (
    AlarmAcknowledged,
    AlarmEnded,
    AlarmEscalated,
    AlarmRaised,
    AlarmReopened,
    AlarmWithdrawn,
)
from stream.alarms.models import Alarm, EndReason

_SAME = ("farm_id", "area_id", "equipment_id", "sensor_id", "rule_id", "rule_name", "kind", "severity", "value")


def raised(db: UnitOfWork, alarm: Alarm) -> None:
    """Adds a new alarm."""
    db.add(alarm)
    emit(db, AlarmRaised(late=alarm.late, **_fields(alarm)))


def acknowledge(db: UnitOfWork, alarm: Alarm, *, by: UUID, note: str | None) -> None:
    """Raises WrongState."""
    alarm.become("acknowledge")
    alarm.acknowledged_at = now = clock.now()
    alarm.acknowledged_by, alarm.note = by, note
    emit(db, AlarmAcknowledged(acknowledged_by=by, acknowledged_at=now, **_fields(alarm)))


def escalate(db: UnitOfWork, alarm: Alarm) -> None:
    """Raises WrongState."""
    alarm.become("escalate")
    alarm.escalated_at = now = clock.now()
    emit(db, AlarmEscalated(escalated_at=now, **_fields(alarm)))


def end(db: UnitOfWork, alarm: Alarm, reason: EndReason, ended_at: datetime, confirmed_at: datetime) -> None:
    """Raises WrongState."""
    alarm.become("end")
    alarm.ended_at, alarm.end_confirmed_at, alarm.end_reason = ended_at, confirmed_at, reason
    alarm.closed_at = clock.now()
    emit(db, AlarmEnded(ended_at=ended_at, end_reason=reason, **_fields(alarm)))


def reopen(db: UnitOfWork, alarm: Alarm) -> None:
    """It is raised again; who acknowledged it before has to do so again. Raises WrongState."""
    alarm.become("reopen")
    alarm.ended_at = alarm.end_confirmed_at = alarm.end_reason = alarm.closed_at = None
    alarm.acknowledged_at = alarm.acknowledged_by = alarm.escalated_at = None
    emit(db, AlarmReopened(**_fields(alarm)))


def withdraw(db: UnitOfWork, alarm: Alarm) -> None:
    """Raises WrongState."""
    alarm.become("withdraw")
    alarm.ended_at = alarm.end_confirmed_at = alarm.end_reason = None
    alarm.closed_at = clock.now()
    emit(db, AlarmWithdrawn(**_fields(alarm)))


def _fields(alarm: Alarm) -> dict[str, Any]:
    return {"alarm_id": alarm.id, "since": alarm.began_at} | {name: getattr(alarm, name) for name in _SAME}
