"""What happens when an account is deleted."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserDeleted
from game.pilot import service
from game.players.locks import PLAYERS


@on(UserDeleted, locks=[PLAYERS.of("user_id")])
async def user_deleted(db: UnitOfWork, event: UserDeleted) -> None:
    await service.forget(db, event.user_id)
