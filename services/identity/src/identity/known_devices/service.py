"""Recognises devices at login, and forgets them."""

import secrets
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, select, true
from sqlalchemy.orm import InstrumentedAttribute

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from identity import letters, mails
from identity.activity.service import Client, note
from identity.digests import digest
from identity.known_devices.models import MOST, KnownDevice
from identity.models import Session, User

TOKEN_BYTES = 32


async def recognised(db: UnitOfWork, *, user: User, client: Client, public_url: str) -> tuple[KnownDevice, str]:
    """The device on which the locked user completes a login, and its token.

    One without a good token is new: known since now, and the owner is told.
    """
    presented = select(KnownDevice).where(is_it(client.device_token or "", user.id))
    if client.device_token and (known := await db.scalar(presented)):
        known.last_used_at = clock.now()
        return known, client.device_token
    note(db, user_id=user.id, action="new_device", client=client)
    mails.write(db, recipient=user.email, **letters.security_notice(public_url, happened="new_device"))
    return await _remember(db, user)


def is_it(token: str, user_id: UUID | ColumnElement[UUID] | InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    """Whether a row is the device of a user that keeps this token."""
    return (KnownDevice.digest == digest(token)) & (KnownDevice.user_id == user_id)


async def _remember(db: UnitOfWork, user: User) -> tuple[KnownDevice, str]:
    token, now = secrets.token_urlsafe(TOKEN_BYTES), clock.now()
    mine = select(KnownDevice.id).where(KnownDevice.user_id == user.id)
    surplus = mine.order_by(KnownDevice.last_used_at.desc()).offset(MOST - 1)
    await db.execute(delete(KnownDevice).where(KnownDevice.id.in_(surplus)))
    device = KnownDevice(id=new_id(), user_id=user.id, digest=digest(token), first_seen_at=now, last_used_at=now)
    db.add(device)
    await db.flush()
    return device, token


async def known_since(db: UnitOfWork, session: Session) -> datetime | None:
    """Since when the device of a session is known; None once it was forgotten."""
    if session.device_id is None:
        return None
    return await db.scalar(select(KnownDevice.first_seen_at).where(KnownDevice.id == session.device_id))


async def forget(db: UnitOfWork, *, user_id: UUID, but: UUID | None = None) -> None:
    """Forgets the devices of a user, or all but the one of a session: the next login on each is on a new device."""
    await _delete(db, KnownDevice.user_id == user_id, but=but)


async def forget_one(db: UnitOfWork, *, session_id: UUID, but: UUID) -> None:
    """Forgets the device of a session, unless another session, `but`, is on it as well."""
    await _delete(db, KnownDevice.id.in_(_device_of(session_id)), but=but)


async def _delete(db: UnitOfWork, which: ColumnElement[bool], *, but: UUID | None) -> None:
    kept = KnownDevice.id.not_in(_device_of(but)) if but else true()
    await db.execute(delete(KnownDevice).where(which, kept).execution_options(synchronize_session=False))


def _device_of(session_id: UUID) -> Select[UUID | None]:
    return select(Session.device_id).where(Session.id == session_id, Session.device_id.is_not(None))
