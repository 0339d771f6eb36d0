"""Use cases around a player: who joins gets a book and tasks, who leaves is forgotten."""

from uuid import UUID

from amigok_chassis.unit_of_work import UnitOfWork
from game.coins import service as coins
from game.friends import service as friends
from game.players import service as players
from game.players.models import Player
from game.players.schemas import JoinIn, PlayerChange
from game.seasons import service as seasons
from game.tasks import making


async def join(db: UnitOfWork, user_id: UUID, wanted: JoinIn) -> Player:
    """Lets somebody play: the rest of their day has tasks at once. Who plays already stays as they are.

    Raises AccountInactive, HandleTaken, MinorsAreNotShown, NotPlaying.
    """
    player, is_new = await players.join(db, user_id, wanted)
    if is_new:
        await coins.open_account(db, user_id)
        await making.make(db, [making.Turn(user_id, player.time_zone, player.day)])
    return player


async def change(db: UnitOfWork, user_id: UUID, wanted: PlayerChange) -> Player:
    """Changes how somebody plays, and who sees them on boards. Raises what `players.change` does."""
    player = await players.change(db, user_id, wanted)
    await seasons.show(db, user_id, listed=player.listed)
    return player


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Forgets a deleted player: handle, friends and places on boards. The books stay, and stay balanced."""
    if await players.forget(db, user_id) is not None:
        await friends.forget(db, user_id)
        await seasons.show(db, user_id, listed=False)
