"""What time triggers."""

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.service import every
from marketplace import orders


@every(seconds=1)
async def enforce_deadlines(db: AsyncSession) -> None:
    await orders.enforce_deadlines(db)
