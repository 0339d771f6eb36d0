"""What time triggers."""

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.service import every
from wallet import orders, proofs


@every(seconds=30)
async def expire_holds(db: AsyncSession) -> None:
    await orders.expire(db)


@every(seconds=3600)
async def prove_ledger(db: AsyncSession) -> None:
    await proofs.make(db)
