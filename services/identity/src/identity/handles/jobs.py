"""What time triggers."""

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.service import every
from identity.handles import service


@every(5)
async def introduce_users(db: AsyncSession) -> None:
    """Verified users whom the fleet cannot find yet are announced, in bounded batches."""
    await service.introduce(db)
