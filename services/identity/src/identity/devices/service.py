"""Recognises devices at login, and forgets them."""

import secrets
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, select
from sqlalchemy.orm import InstrumentedAttribute

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from identity.activity.caller import Client
from identity.activity.service import note
from identity.devices.models import MOST, KnownDevice
from identity.digests import digest
from identity.mails import letters
from identity.mails import service as mails
from identity.users.models import User

TOKEN_BYTES = 32


async def recognised(db: UnitOfWork, *, user: User, client: Client, public_url: str) -> tuple[KnownDevice, str]:
    """The device on which the locked user completes a login, and its token.

    A device without a valid token is new: it is remembered, and the owner gets a mail.
    """
    presented = select(KnownDevice).where(is_it(client.device_token or "", user.id))
    if client.device_token and (known := await db.scalar(presented)):
        known.last_used_at = clock.now()
        return known, client.device_token
    note(db, user_id=user.id, action="new_device", client=client)
    mails.write(db, recipient=user.email, **letters.security_notice(public_url, happened="new_device"))
    return await _remember(db, user)


def is_it(token: str, user_id: UUID | ColumnElement[UUID] | InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    """The condition that a row is the user's device with this token."""
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


async def known_since(db: UnitOfWork, device_id: UUID | None) -> datetime | None:
    """Since when a device is known; None once it is forgotten."""
    if device_id is None:
        return None
    return await db.scalar(select(KnownDevice.first_seen_at).where(KnownDevice.id == device_id))


Devices = Select[UUID | None]
"""A query of ids of devices, none of them null."""


async def forget(db: UnitOfWork, *, user_id: UUID, but: Devices | None = None) -> None:
    """Forgets the devices of a user except these: the next login on each of the others is one on a new device."""
    mine = KnownDevice.user_id == user_id
    await _delete(db, mine if but is None else mine & KnownDevice.id.not_in(but))


async def forget_these(db: UnitOfWork, devices: Devices, *, but: Devices) -> None:
    """Forgets these devices unless they are among the others."""
    await _delete(db, KnownDevice.id.in_(devices) & KnownDevice.id.not_in(but))


async def _delete(db: UnitOfWork, which: ColumnElement[bool]) -> None:
    await db.execute(delete(KnownDevice).where(which).execution_options(synchronize_session=False))
