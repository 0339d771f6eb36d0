"""What time does to sessions."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from stream.ingest import service


@every(seconds=10)
async def end_silent_publishers(db: UnitOfWork) -> None:
    await service.end_silent(db)
