"""Looks at players who have done something."""

from uuid import UUID

from amigok_chassis.context import Context
from amigok_chassis.due import poller
from game.deeds.models import Evaluation
from game.progress import service


@poller(Evaluation)
async def evaluate_player(context: Context, player_id: UUID) -> None:
    async with context.db.unit_of_work() as db:
        await service.evaluate(db, player_id)
