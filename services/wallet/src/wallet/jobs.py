"""What time triggers."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from wallet import orders, proofs
from wallet.proceeds import service as proceeds


@every(seconds=30)
async def expire_holds(db: UnitOfWork) -> None:
    await orders.expire(db)


@every(seconds=60)
async def release_proceeds(db: UnitOfWork) -> None:
    await proceeds.release_due(db)


@every(seconds=3600)
async def prove_ledger(db: UnitOfWork) -> None:
    await proofs.make(db)
