"""What time triggers."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.sealing import service


@every(seconds=3)
async def seal_transfers(db: UnitOfWork) -> None:
    await service.seal(db)


@every(seconds=60)
async def seal_latecomers(db: UnitOfWork) -> None:
    await service.seal(db, late=service.LATEST)
