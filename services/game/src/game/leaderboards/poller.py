"""Works on animals with facts that their scores do not count yet."""

from uuid import UUID

from amigok_chassis.context import Context
from amigok_chassis.due import poller
from game.facts.models import Followed
from game.leaderboards import cache, service


@poller(Followed)
async def score_animal(context: Context, livestock_id: UUID) -> None:
    async with context.db.unit_of_work() as db:
        placed = await service.score_animal(db, livestock_id)
    await cache.note(context.redis, placed)
