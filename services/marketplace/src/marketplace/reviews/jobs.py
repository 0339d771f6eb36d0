"""What time triggers."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.reviews import service


@every(seconds=60)
async def publish_due(db: UnitOfWork) -> None:
    await service.publish_due(db)
