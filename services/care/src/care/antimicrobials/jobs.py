"""What time triggers about the use of antimicrobials."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from care.antimicrobials import service


@every(seconds=6 * 3600)
async def weigh_farms(db: UnitOfWork) -> None:
    """Keeps what the animals of each farm weigh."""
    await service.weigh_farms(db)
