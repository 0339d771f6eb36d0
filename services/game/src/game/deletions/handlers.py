"""Answers identity when somebody wants to be deleted."""

from amigok_chassis.outbox import emit
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_contests import GameDeletionChecked
from amigok_contracts.identity import UserDeletionRequested
from game.entries import following
from game.entries.locks import OF_OWNERS
from game.prizes import queries as prizes


@on(UserDeletionRequested, locks=[OF_OWNERS.of("user_id")])
async def deletion_requested(db: UnitOfWork, event: UserDeletionRequested) -> None:
    """What has not started is withdrawn, so that only what runs is in the way."""
    await following.withdraw_all(db, event.user_id)
    found = {
        "contests": await following.takes_part(db, event.user_id),
        "prizes": await prizes.are_under_way(db, event.user_id),
    }
    obstacles = tuple(name for name in found if found[name])
    emit(db, GameDeletionChecked(request_id=event.request_id, user_id=event.user_id, obstacles=obstacles))
