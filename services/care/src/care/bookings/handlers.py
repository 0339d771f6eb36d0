"""What follows from events for visits."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserStandingChanged
from care.bookings import displacing
from care.people import veterinarians


@on(UserStandingChanged)
async def replace_former_veterinarian(db: UnitOfWork, event: UserStandingChanged) -> None:
    """Somebody else comes where a user was to come who has lost the role, or was deactivated or deleted."""
    if not await veterinarians.counts(db, event.user_id):
        await displacing.replace_all(db, event.user_id)
