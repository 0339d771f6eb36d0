"""What time does with detections."""

from amigok_chassis import clock
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from stream.cards import service as cards
from stream.detections import parts, resolving
from stream.settings import Settings


@every(3600)
async def maintain_detections(db: UnitOfWork) -> int:
    """Makes parts of the table ahead of time, and drops those that are over with what is known of their cards."""
    await cards.forget(db, clock.now() - db.settings(Settings).detection_retention)
    return await parts.maintain(db)


@every(30)
async def resolve_cards(db: UnitOfWork) -> int:
    """Gives detections of unknown cards to animals that have become known."""
    return await resolving.resolve(db)
