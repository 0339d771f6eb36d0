"""What was bought with a payment that the payer's bank disputes: kept from being sold, and reclaimed when it is lost.

Only while it is still the payer's: who has bought it from them since, in good faith, keeps it.
"""

from uuid import UUID

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_contracts.farm import LivestockReclaimed
from farm import subjects, transfers
from farm.blocks import service as blocks
from farm.models import Livestock, Ownership
from farm.movements import service as movements

log = structlog.get_logger()

REASON = "dispute"


async def opened(db: AsyncSession, *, dispute_id: UUID, livestock_id: UUID, order_id: UUID, user_id: UUID) -> None:
    """Keeps the animal from being sold; if it was not transferred for the order yet, it never will be."""
    if await _purchase(db, livestock_id=livestock_id, order_id=order_id, user_id=user_id) is not None:
        await blocks.place(db, livestock_id=livestock_id, reason=REASON, source_id=dispute_id)


async def won(db: AsyncSession, *, dispute_id: UUID, livestock_id: UUID) -> None:
    """Lets the animal be sold again, as far as this dispute goes."""
    if await subjects.lock_animal_if_any(db, livestock_id) is not None:
        await blocks.clear(db, livestock_id=livestock_id, reason=REASON, source_id=dispute_id)


async def lost(db: AsyncSession, *, dispute_id: UUID, livestock_id: UUID, order_id: UUID, user_id: UUID) -> None:
    """Makes the animal the platform's again, if it lives, and ends the block. Once, whatever is said again."""
    purchase = await _purchase(db, livestock_id=livestock_id, order_id=order_id, user_id=user_id)
    if purchase is not None:
        await _reclaim(db, purchase, dispute_id=dispute_id, user_id=user_id)
    await won(db, dispute_id=dispute_id, livestock_id=livestock_id)


async def _purchase(db: AsyncSession, *, livestock_id: UUID, order_id: UUID, user_id: UUID) -> Ownership | None:
    """What this user has owned since this order, if they still do; the animal is locked."""
    animal = await subjects.lock_animal_if_any(db, livestock_id)
    transferred = await transfers.refuse(db, order_id=order_id, livestock_id=livestock_id, reason=REASON)
    if animal is None or not transferred or animal.owner_id != user_id:
        return None
    current = select(Ownership).where(Ownership.livestock_id == livestock_id, Ownership.ended_at.is_(None))
    return await db.scalar(current.where(Ownership.order_id == order_id))


async def _reclaim(db: AsyncSession, purchase: Ownership, *, dispute_id: UUID, user_id: UUID) -> None:
    animal = await db.get_one(Livestock, purchase.livestock_id)
    if animal.status != "assigned":
        return
    at = purchase.end(clock.now())
    movements.reclaim(db, animal, dispute_id=dispute_id, at=at)
    await db.flush()  # a flush inserts before it updates, and the new row may not overlap the one that ends
    db.add(Ownership(livestock_id=animal.id, owner_id=None, started_at=at, reason="reclaimed"))
    emit(
        db,
        LivestockReclaimed(
            livestock_id=animal.id, aggregate_version=animal.version, dispute_id=dispute_id,
            previous_owner_id=user_id, reclaimed_at=at,
        ),
    )  # fmt: skip
    log.info("livestock.reclaimed", livestock_id=str(animal.id), dispute_id=str(dispute_id))
