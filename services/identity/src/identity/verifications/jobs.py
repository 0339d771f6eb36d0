"""What time triggers."""

from datetime import timedelta

from amigok_chassis import housekeeping
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from identity.verifications.models import Verification


@every(300)
async def forget_verifications(db: UnitOfWork) -> None:
    """Deletes expired verifications, in bounded batches."""
    await housekeeping.forget(db, Verification.expires_at, older_than=timedelta())
