"""What time triggers for webhooks."""

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.service import every
from payment.webhooks import service


@every(seconds=3600)
async def forget_webhooks(db: AsyncSession) -> None:
    await service.forget(db)


@every(seconds=3600)
async def read_webhooks_anew(db: AsyncSession) -> None:
    await service.read_anew(db)
