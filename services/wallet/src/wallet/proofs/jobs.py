"""What time triggers."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.proofs import service


@every(seconds=3600)
async def prove_ledger(db: UnitOfWork) -> None:
    await service.make(db)
