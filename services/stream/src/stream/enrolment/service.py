"""Devices are enrolled, changed and given claims by administrators. See `revoking` for what ends them."""

from uuid import UUID

from amigok_chassis import audit, clock
from amigok_chassis.outbox import emit
from amigok_chassis.rows import named_violations, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.stream_devices import DeviceMoved
from stream.cameras import service as cameras
from stream.devices import claims, credentials, keys
from stream.devices.errors import DeviceExists, UnknownFarm
from stream.devices.locks import locked_good
from stream.devices.models import Device
from stream.enrolment import queries
from stream.enrolment.schemas import DeviceChange, DeviceClaimOut, DeviceFields, DeviceIn, MaintenanceIn
from stream.farms.models import Farm
from stream.revocations.service import revoke
from stream.settings import Settings

_FIELDS = ("name", "farm_id", "ip_address", "local_address")
_AUDITED = (*_FIELDS, "serial", "capabilities")
_WINDOW = ("maintenance_from", "maintenance_until")
_VIOLATIONS = {"devices_serial_key": DeviceExists}


async def enrol(db: UnitOfWork, wanted: DeviceIn, *, by: UUID) -> DeviceClaimOut:
    """Enrols a device with a claim. Raises UnknownFarm, DeviceExists."""
    device = Device(version=1, serial=wanted.serial, created_at=clock.now(), created_by=by)
    await _write(db, device, wanted)
    secret = claims.give(device, lifetime=db.settings(Settings).claim_lifetime)
    db.add(device)
    with named_violations(_VIOLATIONS):
        await db.flush()
    await claims.forgive(db, device.serial)
    audit.record(db, "device.enrolled", subject_id=device.id, after=audit.picture(device, *_AUDITED))
    return _claimed(db, device, secret)


async def claim_again(db: UnitOfWork, device_id: UUID) -> DeviceClaimOut:
    """Gives a device a new claim. Its secrets and its key are no good from now on, and what it streams is cut.

    Raises DeviceNotFound, DeviceRevoked.
    """
    device = await locked_good(db, device_id)
    keys.retire(db, device, now=clock.now())
    await credentials.take_away(db, device_id)
    await revoke(db, device_id=device_id)
    secret = claims.give(device, lifetime=db.settings(Settings).claim_lifetime)
    device.version += 1
    await claims.forgive(db, device.serial)
    after = {"claim_expires_at": device.claim_expires_at}
    audit.record(db, "device.claim_given", subject_id=device_id, after=after)
    return _claimed(db, device, secret)


async def change(db: UnitOfWork, device_id: UUID, wanted: DeviceChange) -> Device:
    """Replaces what a device is. Raises DeviceNotFound, DeviceRevoked, VersionConflict, UnknownFarm."""
    device = await locked_good(db, device_id)
    refuse_other_version(wanted.version, device.version)
    before = audit.picture(device, *_AUDITED)
    await _write(db, device, wanted)
    device.version += 1
    await db.flush()
    if before["farm_id"] != device.farm_id:
        await _move(db, device, before["farm_id"])
    audit.record(db, "device.changed", subject_id=device_id, before=before, after=audit.picture(device, *_AUDITED))
    return device


async def maintain(db: UnitOfWork, device_id: UUID, wanted: MaintenanceIn | None) -> Device:
    """Sets the maintenance window of a device; None: it has none. Raises DeviceNotFound, DeviceRevoked."""
    device = await locked_good(db, device_id)
    before = audit.picture(device, *_WINDOW)
    device.maintenance_from = wanted.begins_at if wanted else None
    device.maintenance_until = wanted.ends_at if wanted else None
    device.version += 1
    await db.flush()
    audit.record(
        db, "device.maintenance_set", subject_id=device_id, before=before, after=audit.picture(device, *_WINDOW)
    )
    return device


async def _move(db: UnitOfWork, device: Device, previous: UUID) -> None:
    device.previous_farm_id, device.moved_at = previous, clock.now()
    await cameras.follow(db, device)
    await revoke(db, device_id=device.id)
    moved = {"previous_farm_id": previous, "farm_id": device.farm_id, "moved_at": clock.now()}
    emit(db, DeviceMoved(device_id=device.id, **moved))


async def _write(db: UnitOfWork, device: Device, wanted: DeviceFields) -> None:
    farm = await db.get(Farm, wanted.farm_id)
    if farm is None or farm.name is None:
        raise UnknownFarm
    for name in _FIELDS:
        setattr(device, name, getattr(wanted, name))
    device.capabilities = sorted(set(wanted.capabilities))


def _claimed(db: UnitOfWork, device: Device, secret: str) -> DeviceClaimOut:
    return DeviceClaimOut(**queries.shown(db, device).model_dump(), claim_secret=secret)
