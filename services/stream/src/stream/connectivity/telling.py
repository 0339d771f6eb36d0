"""Tells what has changed: each absence and return of a device, each change of a camera, once.

What people were told is in rows of its own, which move with the event in one transaction. A worker that is killed
before it commits has told nothing; two at once wait for each other. What is shown to people never comes from here.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, literal, or_, select

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.stream_devices import CameraFailed, CameraOffline, CameraOnline, DeviceOffline, DeviceOnline
from stream.cameras.models import Camera, CameraReport, Condition
from stream.connectivity.machine import CONDITIONS
from stream.connectivity.models import Absence
from stream.devices.models import Device
from stream.settings import Settings

AT_ONCE = 500

_STEPS: dict[Condition, str] = {"online": "work", "offline": "vanish", "error": "fail"}


async def tell_absences(db: UnitOfWork) -> int:
    """Tells which devices are offline, and which are back. Returns how many absences there were to tell of."""
    rows = (await db.execute(_untold(clock.now()))).all()
    for absence, device in rows:
        if absence.back_at is None and device.heard_at is not None and device.heard_at > absence.lost_at:
            absence.back_at = device.heard_at  # it was heard in the moment in which its silence was noticed
        _tell_absence(db, absence, device)
    return len(rows)


def _untold(now: datetime) -> Select[Absence, Device]:
    back = or_(Absence.back_at.is_not(None), Device.heard_at > Absence.lost_at)
    is_new = or_(Absence.state == "noticed", and_(Absence.state == "announced", back))
    quiet = _in_maintenance(now)
    return (
        select(Absence, Device)
        .join(Device, Device.id == Absence.device_id)
        .where(is_new, Device.revoked_at.is_(None), or_(quiet.is_not(True), and_(Absence.state == "noticed", back)))
        .order_by(Absence.device_id, Absence.lost_at)
        .limit(AT_ONCE)
        .with_for_update(of=Absence)
    )


def _tell_absence(db: UnitOfWork, absence: Absence, device: Device) -> None:
    if absence.state == "noticed" and absence.back_at is not None and device.is_in_maintenance(absence.back_at):
        return absence.take("ignore")
    if device.is_in_maintenance(clock.now()):
        return None
    if absence.state == "noticed":
        absence.take("announce")
        emit(db, DeviceOffline(**_about(device), since=absence.lost_at))
    if absence.back_at is not None:
        absence.take("end")
        away = absence.back_at - absence.lost_at
        told = {"at": absence.back_at, "offline_since": absence.lost_at, "away_seconds": round(away.total_seconds())}
        emit(db, DeviceOnline(**_about(device), **told))
    return None


async def tell_cameras(db: UnitOfWork, *which: ColumnElement[bool]) -> int:
    """Tells which of these cameras are otherwise than people were told. Returns how many."""
    rows = (await db.execute(_changed(clock.now(), db.settings(Settings).silence, which))).all()
    for row in rows:
        _tell_camera(db, row)
    return len(rows)


def _changed(
    now: datetime, silence: timedelta, which: Sequence[ColumnElement[bool]]
) -> Select[CameraReport, Camera, Condition, datetime]:
    """The reports of cameras whose condition people do not know, with the condition and since when it is so."""
    lost = or_(Device.heard_at.is_(None), Device.heard_at < now - silence)
    current = CameraReport.reported_at >= func.coalesce(Device.back_at, CameraReport.reported_at)
    state = case((lost, literal("offline")), (current, CameraReport.state))
    since = case(
        (lost, func.coalesce(Device.heard_at, CameraReport.reported_at)),
        else_=func.greatest(CameraReport.changed_at, Device.back_at),
    )
    return (
        select(CameraReport, Camera, state.label("state"), since.label("since"))
        .join(Camera, Camera.id == CameraReport.camera_id)
        .join(Device, Device.id == Camera.device_id)
        .where(Camera.is_active, Device.revoked_at.is_(None), _in_maintenance(now).is_not(True), *which)
        .where(state.is_not(None), state.is_distinct_from(CameraReport.announced))
        .order_by(CameraReport.camera_id)
        .limit(AT_ONCE)
        .with_for_update(of=CameraReport)
    )


def _tell_camera(db: UnitOfWork, row: Row[CameraReport, Camera, Condition, datetime]) -> None:
    report, camera, state, since = row
    before, began = report.announced, report.announced_since
    CONDITIONS.follow(_STEPS[state], before)
    report.announced, report.announced_since = state, since
    about = _of_camera(camera)
    if state == "online":
        away = round((since - began).total_seconds()) if began else None
        emit(db, CameraOnline(**about, at=since, away_seconds=away))
    elif state == "offline":
        emit(db, CameraOffline(**about, since=since))
    else:
        emit(db, CameraFailed(**about, since=since))


def _in_maintenance(at: datetime) -> ColumnElement[bool]:
    """What `Device.is_in_maintenance` says, in SQL; null where a device has no window."""
    return and_(Device.maintenance_from <= at, Device.maintenance_until > at)


def _of_camera(camera: Camera) -> dict[str, Any]:
    ids = {"camera_id": camera.id, "device_id": camera.device_id, "farm_id": camera.farm_id}
    return {**ids, "camera_name": camera.name}


def _about(device: Device) -> dict[str, Any]:
    return {"device_id": device.id, "farm_id": device.farm_id, "device_name": device.name}
