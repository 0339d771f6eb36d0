"""Gives prizes that are due, and looks again at those that are withheld."""

from uuid import UUID

from amigok_chassis.context import Context
from amigok_chassis.due import poller
from game.prizes import service
from game.prizes.models import Award


@poller(Award)
async def give_prize(context: Context, award_id: UUID) -> None:
    async with context.db.unit_of_work() as db:
        await service.give(db, award_id)
