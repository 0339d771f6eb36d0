"""Locks on devices."""

from uuid import UUID

from amigok_chassis.unit_of_work import UnitOfWork
from stream.devices.errors import DeviceNotFound, DeviceRevoked
from stream.devices.models import Device


async def lock(db: UnitOfWork, device_id: UUID) -> Device | None:
    """Returns a device, locked, if there is one: `Rank.DEVICES`. Signs of life wait meanwhile."""
    return await db.get(Device, device_id, with_for_update={"key_share": True}, populate_existing=True)


async def locked(db: UnitOfWork, device_id: UUID) -> Device:
    """The same. Raises DeviceNotFound."""
    device = await lock(db, device_id)
    if device is None:
        raise DeviceNotFound
    return device


async def locked_good(db: UnitOfWork, device_id: UUID) -> Device:
    """Returns a device that may act, locked. Raises DeviceNotFound, DeviceRevoked."""
    device = await locked(db, device_id)
    if device.revoked_at is not None:
        raise DeviceRevoked
    return device
