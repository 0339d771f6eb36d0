"""What time triggers."""

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.service import every
from payment.books import service


@every(seconds=3600)
async def state_books(db: AsyncSession) -> None:
    await service.state(db)
