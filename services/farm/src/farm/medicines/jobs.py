"""What time triggers about medicines."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from farm.medicines import service


@every(seconds=600)
async def hand_over_medicines(db: UnitOfWork) -> None:
    """Publishes the medicines of the farm's former catalogue until care has published each of them."""
    await service.hand_over(db)
