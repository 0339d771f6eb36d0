"""What time triggers."""

from datetime import timedelta

from amigok_chassis import housekeeping
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from identity.throttle.models import LoginFailures


@every(300)
async def forget_login_failures(db: UnitOfWork) -> None:
    """Deletes counts that have not changed for a day, in bounded batches."""
    await housekeeping.forget(db, LoginFailures.last_failed_at, older_than=timedelta(days=1))
