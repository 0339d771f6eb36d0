"""What time triggers."""

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.service import every
from farm.holdings import service


@every(seconds=1)
async def tell_holdings(db: AsyncSession) -> None:
    await service.tell(db)
