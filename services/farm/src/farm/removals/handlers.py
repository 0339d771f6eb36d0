"""What happens to the texts of removals when a user is deleted."""

from sqlalchemy import update

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeleted
from farm.removals.models import Removal


@on(UserDeleted)
async def forget_texts(db: UnitOfWork, event: UserDeleted) -> None:
    """Erases what a deleted user wrote about removals, and why they were rejected. The removals stay."""
    theirs = update(Removal).where(Removal.owner_id == event.user_id).execution_options(synchronize_session=False)
    await db.execute(theirs.values(reason="", transport=None))
    await db.execute(theirs.where(Removal.rejection.is_not(None)).values(rejection=""))
