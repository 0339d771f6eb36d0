"""The public keys that a device has had, for what it signed with each."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.unit_of_work import UnitOfWork
from stream.devices.models import Device, FormerKey


async def keys_of(db: UnitOfWork, device_id: UUID) -> Sequence[bytes]:
    """All public keys of a device (Ed25519, 32 bytes), the current one first, then the latest of the former ones."""
    current = await db.scalar(select(Device.public_key).where(Device.id == device_id))
    former = select(FormerKey.public_key).where(FormerKey.device_id == device_id).order_by(FormerKey.ended_at.desc())
    return [key for key in (current, *await db.scalars(former)) if key is not None]


def retire(db: UnitOfWork, device: Device, *, now: object) -> None:
    """Puts the key of a locked device among its former ones: a new one has to be registered."""
    if device.public_key is not None:
        key = FormerKey(
            device_id=device.id, ended_at=now, public_key=device.public_key, registered_at=device.registered_at
        )
        db.add(key)
    device.public_key = None
