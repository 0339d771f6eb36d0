"""What time triggers."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.solvency import service


@every(seconds=300)
async def publish_liabilities(db: UnitOfWork) -> None:
    await service.publish(db)
