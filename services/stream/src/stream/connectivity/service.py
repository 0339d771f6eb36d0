"""Heartbeats and health reports, as devices send them."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import update

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.unit_of_work import UnitOfWork
from stream.cameras.models import CameraReport
from stream.commands.models import OPEN
from stream.connectivity import telling
from stream.connectivity.models import SLOTS
from stream.connectivity.schemas import CameraConditionIn, DeviceHealthIn, DeviceHealthTaken, HeartbeatOut
from stream.devices import hearing
from stream.devices.models import Device
from stream.settings import Settings

EVERY = timedelta(minutes=5)

_MEASURED = ("cpu_percent", "memory_percent", "disk_percent", "temperature_celsius", "uptime_seconds")

_WAITING = f"SELECT count(*) FROM device_commands WHERE device_id = {{}} AND {OPEN} AND expires_at > $1"

_HEARTBEAT = hearing.statement(_WAITING.format("ANY($4)"))

_PENDING = _WAITING.format("$2")

_HEALTH = f"""
INSERT INTO device_health (device_id, slot, reported_at, {", ".join(_MEASURED)}, clock_skew_seconds)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (device_id, slot) DO UPDATE SET reported_at = excluded.reported_at,
    {", ".join(f"{name} = excluded.{name}" for name in _MEASURED)}, clock_skew_seconds = excluded.clock_skew_seconds
"""

_REPORTS = """
INSERT INTO camera_reports AS known (camera_id, state, detail, changed_at, reported_at)
SELECT cameras.id, said.state, said.detail, $2, $2
FROM unnest($3::uuid[], $4::text[], $5::text[]) AS said (id, state, detail)
JOIN cameras ON cameras.id = said.id AND cameras.device_id = $1
ORDER BY cameras.id
ON CONFLICT (camera_id) DO UPDATE SET
    state = excluded.state, detail = excluded.detail, reported_at = excluded.reported_at,
    changed_at = CASE WHEN known.state = excluded.state THEN known.changed_at ELSE excluded.changed_at END
RETURNING camera_id
"""


async def heartbeat(db: Database, device_id: UUID) -> HeartbeatOut:
    """Notes a sign of life. One statement."""
    settings = db.settings(Settings)
    ((waiting,),) = await db.fetch(_HEARTBEAT, *hearing.moments(settings), [device_id])
    return _answer(settings, waiting)


async def report(db: UnitOfWork, device_id: UUID, said: DeviceHealthIn) -> DeviceHealthTaken:
    """Keeps how a device and its cameras are, and tells what has changed about the cameras."""
    now, driver = clock.now(), await db.connection()
    await hearing.heard_within(db, device_id)
    await driver.exec_driver_sql(_HEALTH, _health(device_id, said, now))
    await _keep_model_version(db, device_id, said.model_version)
    known = await _keep_reports(db, device_id, said.cameras, now)
    waiting = (await driver.exec_driver_sql(_PENDING, (now, device_id))).scalar_one()
    unknown = [each.camera_id for each in said.cameras if each.camera_id not in known]
    return DeviceHealthTaken(**_answer(db.settings(Settings), waiting).model_dump(), unknown_cameras=unknown)


async def _keep_reports(db: UnitOfWork, device_id: UUID, said: list[CameraConditionIn], now: datetime) -> set[UUID]:
    """Returns the cameras that are the device's."""
    if not said:
        return set()
    columns = [[getattr(each, name) for each in said] for name in ("camera_id", "state", "detail")]
    rows = await (await db.connection()).exec_driver_sql(_REPORTS, (device_id, now, *columns))
    known = set(rows.scalars())
    await telling.tell_cameras(db, CameraReport.camera_id.in_(known))
    return known


async def _keep_model_version(db: UnitOfWork, device_id: UUID, version: str | None) -> None:
    if version is not None:
        other = Device.id == device_id, Device.model_version.is_distinct_from(version)
        await db.execute(update(Device).where(*other).values(model_version=version))


def _health(device_id: UUID, said: DeviceHealthIn, now: datetime) -> tuple[Any, ...]:
    slot = int(now.timestamp() // EVERY.total_seconds()) % SLOTS
    skew = (said.clock - now).total_seconds() if said.clock else None
    return device_id, slot, now, *(getattr(said, name) for name in _MEASURED), skew


def _answer(settings: Settings, waiting: int) -> HeartbeatOut:
    silence = int(settings.silence.total_seconds())
    return HeartbeatOut(server_time=clock.now(), pending_commands=waiting, silence_seconds=silence)
