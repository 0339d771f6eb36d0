"""The secrets of devices: made, rotated, taken away. Each is told once, and only its digest is kept."""

import secrets
from hashlib import sha256
from math import ceil
from uuid import UUID

from sqlalchemy import delete, select, update

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from stream.devices.errors import TooManyRotations
from stream.devices.locks import locked
from stream.devices.models import Credential
from stream.devices.schemas import DeviceCredentialOut
from stream.settings import Settings

MOST = 5
"""So many secrets of a device may be good at once."""


def digest(secret: str) -> bytes:
    """What is kept of a secret. Secrets are 32 random bytes, so nobody guesses one from it."""
    return sha256(secret.encode("utf-8", "surrogateescape")).digest()


def new_secret() -> str:
    """A fresh secret, 43 characters."""
    return secrets.token_urlsafe(32)


async def rotate(db: UnitOfWork, device_id: UUID) -> DeviceCredentialOut:
    """Gives a device a new secret. What it had stays good for `rotation_grace`, in case this answer is lost.

    Raises DeviceNotFound, TooManyRotations.
    """
    await locked(db, device_id)
    return await give(db, device_id)


async def give(db: UnitOfWork, device_id: UUID) -> DeviceCredentialOut:
    """The same for a device that is locked. Raises TooManyRotations."""
    now, grace = clock.now(), db.settings(Settings).rotation_grace
    mine = Credential.device_id == device_id
    await db.execute(delete(Credential).where(mine, Credential.expires_at <= now))
    await _refuse_many(db, device_id)
    await db.execute(update(Credential).where(mine, Credential.expires_at.is_(None)).values(expires_at=now + grace))
    secret = new_secret()
    db.add(Credential(digest=digest(secret), device_id=device_id, created_at=now))
    return DeviceCredentialOut(device_id=device_id, secret=secret, previous_until=now + grace)


async def take_away(db: UnitOfWork, device_id: UUID) -> None:
    """No secret of the device is good any more. Processes notice within `credential_cache`."""
    await db.execute(delete(Credential).where(Credential.device_id == device_id))


async def _refuse_many(db: UnitOfWork, device_id: UUID) -> None:
    now = clock.now()
    query = select(Credential.expires_at).where(Credential.device_id == device_id, Credential.expires_at > now)
    expiring = sorted(each for each in await db.scalars(query) if each is not None)
    if len(expiring) >= MOST - 1:
        raise TooManyRotations(retry_after=max(ceil((expiring[0] - now).total_seconds()), 1))
