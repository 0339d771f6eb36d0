"""What time does with pictures of detections."""

from amigok_chassis import clock
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from stream.images import service
from stream.settings import Settings


@every(600)
async def erase_images(db: UnitOfWork) -> int:
    """Pictures go with their detections."""
    return await service.erase_before(db, clock.now() - db.settings(Settings).detection_retention)
