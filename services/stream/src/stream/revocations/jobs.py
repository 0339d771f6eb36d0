"""What time does to revocations."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from stream.revocations import service


@every(seconds=600)
async def prune_revocations(db: UnitOfWork) -> None:
    await service.prune(db)
