"""What time triggers."""

from amigok_chassis import housekeeping
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from identity.addresses.models import EmailChange
from identity.codes.service import WINDOW


@every(300)
async def forget_email_changes(db: UnitOfWork) -> None:
    """Deletes expired changes once they no longer count against the limit, in bounded batches."""
    await housekeeping.forget(db, EmailChange.expires_at, older_than=WINDOW)
