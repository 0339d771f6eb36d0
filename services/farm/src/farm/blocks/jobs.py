"""What time triggers."""

from amigok_chassis.context import Context
from amigok_chassis.service import every, task
from amigok_chassis.unit_of_work import UnitOfWork
from farm.blocks import of_farms, service


@every(seconds=1)
async def end_past_blocks(db: UnitOfWork) -> None:
    await service.end_past(db)


@task(seconds=1)
async def announce_in_farms(context: Context) -> None:
    """Tells what has changed in farms, some animals in each transaction, until all have been told."""
    told = True
    while told:
        async with context.db.unit_of_work() as db:
            told = await of_farms.tell_some(db)
