"""Claims: the secrets with which a device registers for the first time, and how often somebody may try."""

from datetime import timedelta
from math import ceil
from zlib import crc32

from sqlalchemy import delete

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.unit_of_work import UnitOfWork
from stream.devices.credentials import digest, new_secret
from stream.devices.errors import TooManyClaims
from stream.devices.models import ClaimAttempts, Device
from stream.settings import Settings

BUCKETS = 65_536
WINDOW = timedelta(minutes=15)

# An attempt counts before the secret is checked, so that parallel ones cannot slip past the limit.
_COUNT = """
INSERT INTO claim_attempts AS known (bucket, count, since) VALUES ($1, 1, $2)
ON CONFLICT (bucket) DO UPDATE SET
    count = CASE WHEN known.since <= $3 THEN 1 ELSE least(known.count, $4) + 1 END,
    since = CASE WHEN known.since <= $3 THEN $2 ELSE known.since END
RETURNING count, since
"""


def give(device: Device, *, lifetime: timedelta) -> str:
    """Gives a device a new claim secret in place of the one it may have. Returns it; only its digest is kept."""
    secret = new_secret()
    device.claim_digest, device.claim_expires_at = digest(secret), clock.now() + lifetime
    return secret


async def attempt(db: Database, serial: str) -> None:
    """Counts an attempt to claim a serial, whether or not there is one. Raises TooManyClaims."""
    now, most = clock.now(), db.settings(Settings).claim_attempts
    ((count, since),) = await db.fetch(_COUNT, _bucket(serial), now, now - WINDOW, most)
    if count > most:
        raise TooManyClaims(retry_after=max(ceil((since + WINDOW - now).total_seconds()), 1))


async def forgive(db: UnitOfWork, serial: str) -> None:
    """Forgets the attempts to claim a serial."""
    await db.execute(delete(ClaimAttempts).where(ClaimAttempts.bucket == _bucket(serial)))


def _bucket(serial: str) -> int:
    return crc32(serial.encode()) % BUCKETS
