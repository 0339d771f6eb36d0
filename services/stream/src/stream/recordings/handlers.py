"""What happens to what a deleted user keeps."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeleted
from stream.recordings import holds


@on(UserDeleted)
async def user_deleted(db: UnitOfWork, event: UserDeleted) -> None:
    await holds.forget(db, event.user_id)
