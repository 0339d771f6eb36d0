"""Moves contests when their time has come."""

from datetime import timedelta
from uuid import UUID

from amigok_chassis.context import Context
from amigok_chassis.due import poller
from game.contests.models import Contest
from game.stages import service


@poller(Contest, lease=timedelta(minutes=10))
async def move_contest(context: Context, contest_id: UUID) -> None:
    async with context.db.unit_of_work() as db:
        await service.proceed(db, contest_id)
