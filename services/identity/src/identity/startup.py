"""What happens when a process starts, before its first request."""

from amigok_chassis.unit_of_work import UnitOfWork
from identity.keys.service import ensure_signing_key
from identity.passwords import service as passwords
from identity.settings import Settings


async def start(db: UnitOfWork) -> None:
    """Sizes the pool that hashes passwords, and makes the first signing key where there is none."""
    passwords.size_pool(db.settings(Settings).hashing_threads)
    await ensure_signing_key(db)
