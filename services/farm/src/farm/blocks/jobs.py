"""What time triggers."""

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.service import every
from farm.blocks import service


@every(seconds=1)
async def end_past_blocks(db: AsyncSession) -> None:
    await service.end_past(db)
