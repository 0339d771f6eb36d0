"""What follows from events for visits."""

from amigok_chassis import clock, standing
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserStandingChanged
from care.bookings import displacing
from care.calendars.service import VETERINARIANS


@on(UserStandingChanged)
async def replace_former_veterinarian(db: UnitOfWork, event: UserStandingChanged) -> None:
    """Somebody else comes where a user was to come who has lost the role, or was deactivated or deleted."""
    known = await standing.of(db, event.user_id)
    if not known.may_decide(VETERINARIANS, clock.now()):
        await displacing.replace_all(db, event.user_id)
