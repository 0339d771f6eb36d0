"""What time triggers."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.proceeds import service


@every(seconds=60)
async def release_proceeds(db: UnitOfWork) -> None:
    await service.release_due(db)
