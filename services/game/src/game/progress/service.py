"""What a player has achieved by what they have done."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.unit_of_work import UnitOfWork
from game.achievements import service as achievements
from game.challenges import service as challenges
from game.players.models import Player


async def evaluate(db: UnitOfWork, player_id: UUID) -> None:
    """Completes challenges and grants achievements that a player has met. Who wins by it is looked at again.

    Repeating the call has no further effect.
    """
    query = select(Player).where(Player.user_id == player_id, Player.deleted_at.is_(None))
    player = await db.scalar(query.with_for_update(key_share=True))
    if player is not None:
        if await challenges.complete_met(db, player):
            await db.refresh(player)
        await achievements.grant_met(db, player)
