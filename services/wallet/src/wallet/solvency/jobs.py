"""What time triggers."""

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.service import every
from wallet.solvency import service


@every(seconds=300)
async def publish_liabilities(db: AsyncSession) -> None:
    await service.publish(db)
