"""What time triggers."""

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.runtime import Runtime
from amigok_chassis.service import errand, every
from farm.blocks import of_farms, service


@every(seconds=1)
async def end_past_blocks(db: AsyncSession) -> None:
    await service.end_past(db)


@errand(seconds=1)
async def announce_in_farms(runtime: Runtime) -> None:
    """Tells what has changed in farms, some animals in each transaction, until all have been told."""
    told = True
    while told:
        async with runtime.db.unit_of_work() as db:
            told = await of_farms.tell_some(db)
