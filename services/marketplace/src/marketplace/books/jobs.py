"""What time triggers."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.books import service


@every(seconds=3600)
async def state_books(db: UnitOfWork) -> None:
    await service.state(db)
