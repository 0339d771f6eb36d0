"""Cameras and the animals that they show."""

import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, exists, or_, select

from amigok_chassis import audit, clock
from amigok_chassis.rows import deleted_unless_used, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from stream.animals.models import Animal
from stream.cameras.locks import device_for_camera, locked_camera
from stream.cameras.models import Assignment, Camera
from stream.cameras.schemas import CameraChange, CameraFields, CameraIn
from stream.devices.errors import DeviceRevoked
from stream.devices.models import Device
from stream.revocations.service import revoke

_FIELDS = tuple(CameraFields.model_fields)
_AUDITED = (*_FIELDS, "device_id", "is_active")


def shows() -> ColumnElement[bool]:
    """SQL: a camera shows an animal of its farm, by hand or because it watches its area."""
    by_hand = exists().where(Assignment.camera_id == Camera.id, Assignment.livestock_id == Animal.id)
    by_hand = by_hand.correlate(Camera, Animal)
    return and_(Camera.farm_id == Animal.farm_id, or_(by_hand, Camera.area_id == Animal.area_id))


async def cameras_of(db: UnitOfWork, livestock_id: UUID) -> Sequence[Camera]:
    """The active cameras that show an animal, oldest first."""
    shown = select(Camera).join(Animal, shows()).where(Animal.id == livestock_id, Camera.is_active)
    return (await db.scalars(shown.order_by(Camera.id))).all()


async def add(db: UnitOfWork, wanted: CameraIn, *, by: UUID) -> Camera:
    """Adds a camera to a device. Raises UnknownDevice."""
    device = await device_for_camera(db, wanted.device_id)
    camera = Camera(
        version=1, device_id=device.id, farm_id=device.farm_id, is_active=True, created_at=clock.now(), created_by=by
    )
    _write(camera, wanted)
    db.add(camera)
    await db.flush()
    audit.record(db, "camera.added", subject_id=camera.id, after=_audited(camera))
    return camera


async def change(db: UnitOfWork, camera_id: UUID, wanted: CameraChange) -> Camera:
    """Replaces a camera. Raises CameraNotFound, VersionConflict, DeviceRevoked."""
    camera, device = await locked_camera(db, camera_id)
    refuse_other_version(wanted.version, camera.version)
    if wanted.is_active and device.revoked_at is not None:
        raise DeviceRevoked
    before = _audited(camera)
    _write(camera, wanted)
    camera.is_active = wanted.is_active
    camera.version += 1
    if (before["area_id"], before["is_active"]) != (camera.area_id, camera.is_active):
        await revoke(db, camera_id=camera_id)
    audit.record(db, "camera.changed", subject_id=camera_id, before=before, after=_audited(camera))
    return camera


async def drop(db: UnitOfWork, camera_id: UUID) -> None:
    """Removes a camera of which there is nothing yet, and makes others inactive. Raises CameraNotFound."""
    camera, _ = await locked_camera(db, camera_id)
    before = audit.picture(camera, "name", "device_id", "is_active")
    await revoke(db, camera_id=camera_id)
    if await deleted_unless_used(db, delete(Camera).where(Camera.id == camera_id)):
        audit.record(db, "camera.removed", subject_id=camera_id, before=before)
        return
    deactivate(camera)
    audit.record(db, "camera.retired", subject_id=camera_id, before=before, after=audit.picture(camera, *before))


def deactivate(camera: Camera) -> None:
    """Makes a locked camera inactive."""
    if camera.is_active:
        camera.is_active = False
        camera.version += 1


async def leave(db: UnitOfWork, device: Device) -> None:
    """Makes the cameras of a revoked device inactive; it is locked. Who watches them is out."""
    for camera in await _cameras(db, device):
        deactivate(camera)
        await revoke(db, camera_id=camera.id)


async def follow(db: UnitOfWork, device: Device) -> None:
    """Lets the cameras of a locked device move to its farm. Areas and animals of the farm before do not come along.

    Who watches them is out: they may soon show what is another farm's.
    """
    cameras = await _cameras(db, device)
    for camera in cameras:
        camera.farm_id, camera.area_id = device.farm_id, None
        camera.version += 1
        await revoke(db, camera_id=camera.id)
    await db.execute(delete(Assignment).where(Assignment.camera_id.in_([camera.id for camera in cameras])))


async def _cameras(db: UnitOfWork, device: Device) -> Sequence[Camera]:
    """All cameras of a device, locked."""
    mine = select(Camera).where(Camera.device_id == device.id).order_by(Camera.id)
    return (await db.scalars(mine.with_for_update(key_share=True))).all()


def _write(camera: Camera, wanted: CameraFields) -> None:
    for name in _FIELDS:
        setattr(camera, name, getattr(wanted, name))


def _audited(camera: Camera) -> dict[str, Any]:
    """What the log is told, which keeps it for good: of an address the host, since the rest often has a password."""
    return audit.picture(camera, *_AUDITED) | {"address": camera.address and _host(camera.address)}


def _host(address: str) -> str:
    rest = address.partition("://")[2] or address
    authority = re.split("[/?#]", rest, maxsplit=1)[0]
    return authority.rpartition("@")[2] if "@" in authority or "@" not in rest else "…"
