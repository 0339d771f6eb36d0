"""What happens when a process starts, before its first request."""

from amigok_chassis.unit_of_work import UnitOfWork
from identity.keys.service import ensure_signing_key
from identity.passwords import service as passwords
from identity.settings import Settings


async def start(db: UnitOfWork) -> None:
    """Sets how passwords are hashed, and makes the first signing key where there is none."""
    settings = db.settings(Settings)
    passwords.configure(settings.hashing_memory_kib, settings.hashing_threads)
    await ensure_signing_key(db)
