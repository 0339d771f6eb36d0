"""Takes contests that have ended to their final results."""

from datetime import timedelta
from uuid import UUID

from amigok_chassis.context import Context
from amigok_chassis.due import poller
from game.endings import service
from game.endings.models import Ending
from game.leaderboards import cache


@poller(Ending, lease=timedelta(minutes=10))
async def end_contest(context: Context, contest_id: UUID) -> None:
    async with context.db.unit_of_work() as db:
        again = await service.follow(db, contest_id)
        if again is not None:
            (await db.get_one(Ending, contest_id)).make_due(again)
    await cache.drop(context.redis, contest_id)
