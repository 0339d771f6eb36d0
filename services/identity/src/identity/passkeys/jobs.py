"""What time triggers."""

from datetime import timedelta

from amigok_chassis import housekeeping
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from identity.passkeys.models import PasskeyChallenge


@every(300)
async def forget_passkey_challenges(db: UnitOfWork) -> None:
    """Deletes expired challenges, in bounded batches."""
    await housekeeping.forget(db, PasskeyChallenge.expires_at, older_than=timedelta())
