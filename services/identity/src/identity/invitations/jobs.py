"""What time triggers."""

from datetime import timedelta

from amigok_chassis import housekeeping
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from identity.invitations.models import Invitation


@every(300)
async def forget_invitations(db: UnitOfWork) -> None:
    """Deletes expired invitations, in bounded batches."""
    await housekeeping.forget(db, Invitation.expires_at, older_than=timedelta())
