"""What time triggers."""

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.service import every
from wallet.sealing import service


@every(seconds=3)
async def seal_transfers(db: AsyncSession) -> None:
    await service.seal(db)


@every(seconds=60)
async def seal_latecomers(db: AsyncSession) -> None:
    await service.seal(db, late=service.LATEST)
