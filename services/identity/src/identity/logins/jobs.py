"""What time triggers."""

from datetime import timedelta

from amigok_chassis import housekeeping
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from identity.logins.models import LoginChallenge


@every(300)
async def forget_login_challenges(db: UnitOfWork) -> None:
    """Deletes expired challenges, in bounded batches."""
    await housekeeping.forget(db, LoginChallenge.expires_at, older_than=timedelta())
