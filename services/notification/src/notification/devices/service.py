"""Use cases of devices."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock, standing
from amigok_chassis.unit_of_work import UnitOfWork
from notification.addresses import service as addresses
from notification.addresses.models import StoredAddress
from notification.devices.errors import DeviceNotFound, UnknownPushService
from notification.devices.models import Device
from notification.devices.schemas import MOST_DEVICES, DeviceIn
from notification.senders.service import push_services
from notification.settings import Settings


async def register(db: UnitOfWork, user_id: UUID, device: DeviceIn) -> Device:
    """Has messages sent to a device, which is this user's from now on. Repeating the call has no further effect.

    Of too many, the one that was not seen for longest is forgotten. Raises AccountInactive, UnknownPushService.
    """
    await standing.require_active(db, user_id)
    if device.web_push and not push_services(db.settings(Settings)).admits(device.web_push.endpoint):
        raise UnknownPushService
    address_id = await addresses.keep(db, user_id=user_id, channel=device.channel, value=device.address)
    kept = await _kept(db, address_id, user_id, device)
    for surplus in await db.scalars(_of(user_id).offset(MOST_DEVICES)):
        await addresses.remove(db, user_id=user_id, address_id=surplus.id)
    return kept


async def listed(db: UnitOfWork, user_id: UUID) -> list[Device]:
    """The devices of a user that can still be reached, the last one seen first."""
    return list(await db.scalars(_of(user_id).limit(MOST_DEVICES)))


async def remove(db: UnitOfWork, user_id: UUID, device_id: UUID) -> None:
    """Forgets a device. Raises DeviceNotFound."""
    if await db.scalar(_of(user_id).where(Device.id == device_id)) is None:
        raise DeviceNotFound
    await addresses.remove(db, user_id=user_id, address_id=device_id)


def _of(user_id: UUID) -> Select[Device]:
    alive = StoredAddress.id == Device.id, StoredAddress.dead_at.is_(None)
    mine = select(Device).join(StoredAddress, alive[0]).where(Device.user_id == user_id, alive[1])
    return mine.order_by(Device.seen_at.desc(), Device.id.desc())


async def _kept(db: UnitOfWork, address_id: UUID, user_id: UUID, device: DeviceIn) -> Device:
    now = clock.now()
    told = {"name": device.name, "seen_at": now}
    row = insert(Device).values(id=address_id, user_id=user_id, channel=device.channel, created_at=now, **told)
    kept = row.on_conflict_do_update(index_elements=["id"], set_=told).returning(Device)
    return (await db.scalars(kept, execution_options={"populate_existing": True})).one()
