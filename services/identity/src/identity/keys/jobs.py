"""What time triggers."""

from datetime import timedelta

from amigok_chassis import housekeeping
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from identity.keys.models import TOKEN_LIFETIME, SigningKey

CLOCKS_DIFFER = timedelta(minutes=5)


@every(300)
async def forget_signing_keys(db: UnitOfWork) -> None:
    """Deletes keys whose last token has expired."""
    await housekeeping.forget(db, SigningKey.retired_at, older_than=TOKEN_LIFETIME + CLOCKS_DIFFER)
