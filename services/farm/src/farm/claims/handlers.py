"""What happens to the texts of claims when a user is deleted."""

from sqlalchemy import update

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeleted
from farm.claims.models import Claim


@on(UserDeleted)
async def forget_texts(db: UnitOfWork, event: UserDeleted) -> None:
    """Erases what a deleted user wrote about claims, and why they were rejected. The claims stay."""
    theirs = update(Claim).where(Claim.owner_id == event.user_id).execution_options(synchronize_session=False)
    await db.execute(theirs.values(statement=None))
    await db.execute(theirs.where(Claim.rejection.is_not(None)).values(rejection=""))
