"""What time triggers."""

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis.service import every
from wallet import orders, proofs
from wallet.proceeds import service as proceeds


@every(seconds=30)
async def expire_holds(db: AsyncSession) -> None:
    await orders.expire(db)


@every(seconds=60)
async def release_proceeds(db: AsyncSession) -> None:
    await proceeds.release_due(db)


@every(seconds=3600)
async def prove_ledger(db: AsyncSession) -> None:
    await proofs.make(db)
