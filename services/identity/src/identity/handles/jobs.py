"""What time triggers."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from identity.handles import service


@every(5)
async def introduce_users(db: UnitOfWork) -> None:
    """Announces verified users whom other services cannot find yet, in bounded batches."""
    await service.introduce(db)
