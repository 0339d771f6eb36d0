"""What time triggers."""

from amigok_chassis import housekeeping
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from identity.codes.service import WINDOW
from identity.phones.models import PhoneVerification


@every(300)
async def forget_phone_verifications(db: UnitOfWork) -> None:
    """Deletes expired codes once they no longer count against the limit, in bounded batches."""
    await housekeeping.forget(db, PhoneVerification.expires_at, older_than=WINDOW)
