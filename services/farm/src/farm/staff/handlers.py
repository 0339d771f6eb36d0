"""What happens to the staff of farms when a user is deleted."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeleted
from farm.staff import service
from farm.staff.locks import WORKPLACES


@on(UserDeleted, locks=[WORKPLACES.of("user_id")])
async def leave_all_farms(db: UnitOfWork, event: UserDeleted) -> None:
    """Takes a deleted user off the staff of every farm."""
    await service.leave_all(db, event.user_id)
