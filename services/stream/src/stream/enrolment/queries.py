"""Reads of devices."""

from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from stream.devices.errors import DeviceNotFound
from stream.devices.models import Device
from stream.enrolment.schemas import DeviceDetails, FarmDeviceOut, Status
from stream.farms.guards import require_staff
from stream.settings import Settings

Form = TypeVar("Form", bound=FarmDeviceOut)


async def show(db: UnitOfWork, device_id: UUID) -> DeviceDetails:
    """Returns a device. Raises DeviceNotFound."""
    device = await db.get(Device, device_id)
    if device is None:
        raise DeviceNotFound
    return shown(db, device)


def shown(db: UnitOfWork, device: Device) -> DeviceDetails:
    """A device as administrators see it."""
    return _out(db, device, DeviceDetails)


async def devices(
    db: UnitOfWork, paging: Paging, *, farm_id: UUID | None, online: bool | None, revoked: bool | None
) -> Page[DeviceDetails]:
    """Returns devices, newest first."""
    query = select(Device)
    if farm_id is not None:
        query = query.where(Device.farm_id == farm_id)
    if revoked is not None:
        query = query.where(Device.revoked_at.is_not(None) if revoked else Device.revoked_at.is_(None))
    if online is not None:
        query = query.where(_is_online(db).is_(online))
    rows, cursor = await paginate(db, query, paging, key=[Device.id])
    return Page(items=[shown(db, row) for row in rows], next_cursor=cursor)


async def devices_at(db: UnitOfWork, paging: Paging, farm_id: UUID, *, by: Principal) -> Page[FarmDeviceOut]:
    """Returns the devices of a farm that were not revoked, newest first. Raises OtherFarm."""
    await require_staff(db, by, farm_id)
    query = select(Device).where(Device.farm_id == farm_id, Device.revoked_at.is_(None))
    rows, cursor = await paginate(db, query, paging, key=[Device.id])
    return Page(items=[_out(db, row, FarmDeviceOut) for row in rows], next_cursor=cursor)


def _is_online(db: UnitOfWork) -> ColumnElement[bool]:
    """What `Device.is_online` says, in SQL."""
    heard = Device.heard_at.is_not(None), Device.heard_at >= clock.now() - db.settings(Settings).silence
    return and_(Device.public_key.is_not(None), Device.revoked_at.is_(None), *heard)


def _out(db: UnitOfWork, device: Device, form: type[Form]) -> Form:
    now = clock.now()
    online = device.is_online(now, db.settings(Settings).silence)
    derived = {
        "status": _status(device, online=online),
        "online_since": device.back_at if online else None,
        "in_maintenance": device.is_in_maintenance(now),
    }
    own = {name: getattr(device, name) for name in form.model_fields if name not in derived}
    return form(**own, **derived)


def _status(device: Device, *, online: bool) -> Status:
    if device.revoked_at is not None:
        return "revoked"
    if device.public_key is None:
        return "waiting"
    return "online" if online else "offline"
