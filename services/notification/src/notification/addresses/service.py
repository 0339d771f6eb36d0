"""Keeps addresses sealed with the service's data key, and opens them for who sends something."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Select, delete, select, update

from amigok_chassis import clock, newer, sealing, standing, transit
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserContactChanged
from notification.addresses.models import Contact, StoredAddress
from notification.addresses.values import Address


async def keep(db: UnitOfWork, *, user_id: UUID, channel: str, value: str, anew: bool = True) -> UUID:
    """Keeps an address of a user, who has it from now on. Repeating the call has no further effect.

    A dead one is alive again where its user gives it `anew`. Returns its id, which stays the same as long as the user
    has it.
    """
    known = await db.scalar(_found(db, channel, value).with_for_update())
    if known is not None and known.user_id == user_id:
        if anew:
            known.dead_at = known.dead_reason = None
        return known.id
    if known is not None:
        await db.delete(known)
        await db.flush()
    address_id = new_id()
    db.add(_sealed(db, address_id, user_id, channel, value))
    await db.flush()
    return address_id


async def replace(db: UnitOfWork, *, user_id: UUID, channel: str, value: str | None) -> None:
    """Makes this the only address that a user has in a channel; with None they have none. One that is dead stays so."""
    kept = value and await keep(db, user_id=user_id, channel=channel, value=value, anew=False)
    others = delete(StoredAddress).where(StoredAddress.user_id == user_id, StoredAddress.channel == channel)
    await db.execute(others.where(StoredAddress.id != kept) if kept else others)


async def remove(db: UnitOfWork, *, user_id: UUID, address_id: UUID) -> bool:
    """Forgets an address of a user. Returns whether they had it."""
    mine = delete(StoredAddress).where(StoredAddress.id == address_id, StoredAddress.user_id == user_id)
    return await db.scalar(mine.returning(StoredAddress.id)) is not None


async def opened(db: Database, address_id: UUID) -> Address | None:
    """Returns an address with its value, unless it is gone or dead."""
    rows = await db.fetch(
        "SELECT user_id, channel, sealed FROM addresses WHERE id = $1 AND dead_at IS NULL", address_id
    )
    if not rows:
        return None
    value = sealing.unseal(_key(db.data_key), rows[0]["sealed"], bound=_bound(address_id)).decode()
    return Address(address_id, rows[0]["user_id"], rows[0]["channel"], value)


async def alive(db: UnitOfWork, user_ids: Collection[UUID], *, channels: Collection[str]) -> list[StoredAddress]:
    """Returns the addresses of users in these channels that are not dead, in the order of their ids."""
    if not user_ids or not channels:
        return []
    theirs = select(StoredAddress).where(StoredAddress.user_id.in_(user_ids), StoredAddress.dead_at.is_(None))
    return list(await db.scalars(theirs.where(StoredAddress.channel.in_(channels)).order_by(StoredAddress.id)))


async def find(db: UnitOfWork, channel: str, value: str) -> UUID | None:
    """The id of an address that somebody has."""
    known = await db.scalar(_found(db, channel, value))
    return known.id if known else None


async def died(db: UnitOfWork, address_id: UUID, *, reason: str) -> None:
    """Notes that nothing arrives at an address any more."""
    alive = update(StoredAddress).where(StoredAddress.id == address_id, StoredAddress.dead_at.is_(None))
    await db.execute(alive.values(dead_at=clock.now(), dead_reason=reason[:100]))


async def contact_changed(db: UnitOfWork, event: UserContactChanged) -> None:
    """Keeps what a user consented to, and forgets what they did not."""
    told = {"user_id": event.user_id, "version": event.aggregate_version}
    if (await standing.of(db, event.user_id)).is_deleted or not await newer.keep(db, Contact, told):
        return
    for channel, what, sealed in (("email", "email", event.sealed_email), ("sms", "phone", event.sealed_phone)):
        value = sealed and transit.unseal(db.fleet_key, sealed, bound=f"contact {what} {event.user_id}")
        await replace(db, user_id=event.user_id, channel=channel, value=value)


def _found(db: UnitOfWork, channel: str, value: str) -> Select[StoredAddress]:
    digest = _digest(db, channel, value)
    return select(StoredAddress).where(StoredAddress.channel == channel, StoredAddress.digest == digest)


def _sealed(db: UnitOfWork, address_id: UUID, user_id: UUID, channel: str, value: str) -> StoredAddress:
    return StoredAddress(
        id=address_id,
        user_id=user_id,
        channel=channel,
        sealed=sealing.seal(_key(db.data_key), value.encode(), bound=_bound(address_id)),
        digest=_digest(db, channel, value),
        created_at=clock.now(),
    )


def _digest(db: UnitOfWork, channel: str, value: str) -> str:
    return transit.digest(db.data_key, f"address {channel}", value)


def _key(data_key: bytes) -> bytes:
    return sealing.derive(data_key, "addresses")


def _bound(address_id: UUID) -> str:
    return f"address {address_id}"
