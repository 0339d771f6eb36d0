"""Identity asks before it deletes somebody."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeletionRequested
from wallet.closing import service


@on(UserDeletionRequested)
async def user_deletion_requested(db: UnitOfWork, event: UserDeletionRequested) -> None:
    await service.check(db, request_id=event.request_id, user_id=event.user_id)
