"""What follows from events for calendars."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeleted
from care.calendars import service


@on(UserDeleted)
async def forget_calendar(db: UnitOfWork, event: UserDeleted) -> None:
    """Where somebody sets out and when they are away is nobody's business any more."""
    await service.forget(db, event.user_id)
