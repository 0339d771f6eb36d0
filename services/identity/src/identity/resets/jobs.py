"""What time triggers."""

from datetime import timedelta

from amigok_chassis import housekeeping
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from identity.resets.models import PasswordReset


@every(300)
async def forget_password_resets(db: UnitOfWork) -> None:
    """Deletes expired links, in bounded batches."""
    await housekeeping.forget(db, PasswordReset.expires_at, older_than=timedelta())
