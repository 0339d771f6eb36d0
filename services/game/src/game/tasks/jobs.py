"""What time triggers."""

from sqlalchemy import delete

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.service import every, task
from amigok_chassis.unit_of_work import UnitOfWork
from game.tasks import making
from game.tasks.evidence import KEPT
from game.tasks.models import EarlyEvidence


@task(seconds=10)
async def make_tasks(context: Context) -> None:
    """Makes the tasks of the players whose day begins, for some in each transaction; replicas share the work."""
    made = 1
    while made:
        async with context.db.unit_of_work() as db:
            made = await making.make_some(db)


@every(seconds=3600)
async def drop_early_evidence(db: UnitOfWork) -> None:
    """Drops evidence that no day has asked for."""
    await db.execute(delete(EarlyEvidence).where(EarlyEvidence.at < clock.now() - KEPT))
