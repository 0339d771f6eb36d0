"""What identity publishes about people."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeletionRequested
from payment.settlements import deletions


@on(UserDeletionRequested)
async def user_deletion_requested(db: UnitOfWork, event: UserDeletionRequested) -> None:
    await deletions.check(db, event.user_id, request_id=event.request_id)
