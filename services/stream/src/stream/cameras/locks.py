"""Locks on cameras."""

from uuid import UUID

from amigok_chassis.unit_of_work import UnitOfWork
from stream.cameras.errors import CameraNotFound, UnknownDevice
from stream.cameras.models import Camera
from stream.devices.locks import lock
from stream.devices.models import Device


async def locked_camera(db: UnitOfWork, camera_id: UUID) -> tuple[Camera, Device]:
    """Returns a camera with its device, the device locked first: `Rank.CAMERAS`. Raises CameraNotFound."""
    known = await db.get(Camera, camera_id)
    device = await lock(db, known.device_id) if known else None
    camera = await db.get(Camera, camera_id, with_for_update={"key_share": True}, populate_existing=True)
    if camera is None or device is None:
        raise CameraNotFound
    return camera, device


async def device_for_camera(db: UnitOfWork, device_id: UUID) -> Device:
    """Returns a device that may have a new camera, locked. Raises UnknownDevice."""
    device = await lock(db, device_id)
    if device is None or device.revoked_at is not None:
        raise UnknownDevice
    return device
