"""A device is revoked for good: its secrets, key, cameras and streams end with it."""

from uuid import UUID

from sqlalchemy import delete

from amigok_chassis import audit, clock
from amigok_chassis.outbox import emit
from amigok_chassis.rows import deleted_unless_used
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.stream_devices import DeviceRevoked
from stream.cameras import service as cameras
from stream.commands import service as commands
from stream.devices import credentials
from stream.devices.locks import locked
from stream.devices.models import Device
from stream.revocations.service import revoke


async def remove(db: UnitOfWork, device_id: UUID) -> None:
    """Removes a device that never registered, and revokes others. Raises DeviceNotFound."""
    device = await locked(db, device_id)
    if device.revoked_at is not None:
        return audit.unchanged()
    before = audit.picture(device, "name", "serial", "farm_id")
    if device.registered_at is None and await _erased(db, device_id):
        return audit.record(db, "device.removed", subject_id=device_id, before=before)
    await _revoke(db, device)
    return audit.record(db, "device.revoked", subject_id=device_id, after={"revoked_at": device.revoked_at})


async def _erased(db: UnitOfWork, device_id: UUID) -> bool:
    return await deleted_unless_used(db, delete(Device).where(Device.id == device_id))


async def _revoke(db: UnitOfWork, device: Device) -> None:
    now = clock.now()
    device.revoked_at, device.claim_digest, device.claim_expires_at = now, None, None
    device.version += 1
    await credentials.take_away(db, device.id)
    await cameras.leave(db, device)
    await commands.cancel_all(db, device.id)
    await revoke(db, device_id=device.id)
    emit(db, DeviceRevoked(device_id=device.id, farm_id=device.farm_id, revoked_at=now))
