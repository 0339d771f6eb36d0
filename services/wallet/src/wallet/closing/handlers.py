"""Identity asks before it deletes somebody."""

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.service import on
from amigok_contracts.identity import UserDeletionRequested
from wallet.closing import service


@on(UserDeletionRequested)
async def user_deletion_requested(event: UserDeletionRequested, db: AsyncSession) -> None:
    await service.check(db, request_id=event.request_id, user_id=event.user_id)
