"""What happens to the staff of farms when a user is deleted."""

from sqlalchemy import delete

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeleted
from farm.staff.models import FarmStaff


@on(UserDeleted)
async def leave_all_farms(db: UnitOfWork, event: UserDeleted) -> None:
    """Takes a deleted user off the staff of every farm."""
    await db.execute(delete(FarmStaff).where(FarmStaff.user_id == event.user_id))
