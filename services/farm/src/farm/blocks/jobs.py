"""What time triggers about blocks."""

from amigok_chassis.context import Context
from amigok_chassis.service import every, task
from amigok_chassis.unit_of_work import UnitOfWork
from farm.blocks import of_farms, service


@every(seconds=1)
async def end_past_blocks(db: UnitOfWork) -> None:
    """Ends the blocks whose time is over."""
    await service.end_past(db)


@task(seconds=1)
async def announce_in_farms(context: Context) -> None:
    """Publishes what has changed in farms, for some animals in each transaction, until it is done for all."""
    published = True
    while published:
        async with context.db.unit_of_work() as db:
            published = await of_farms.publish_some(db)
