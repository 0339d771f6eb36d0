"""Ownership changes hands here and nowhere else: one decision per order, whatever the messages' order or number.

The row of `ownership_transfers` is the decision. Whoever inserts it decides; everybody else finds it and does nothing.
Locks are taken in one order: the animal, its farm, the decision, the history.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import structlog
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis import standing as standings
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.farm import Block, LivestockOwnershipTransferred, LivestockTransferRefused
from farm import sale, subjects
from farm.blocks.service import standing
from farm.models import Livestock, Ownership
from farm.movements import service as movements
from farm.ownership.models import OwnershipTransfer

log = structlog.get_logger()


async def decide(
    db: UnitOfWork,
    *,
    order_id: UUID,
    livestock_id: UUID,
    buyer_id: UUID,
    seller_id: UUID | None,
    price: Money,
    transfer_by: datetime,
) -> None:
    """Moves the animal to the buyer and says so, or refuses with reasons; nothing if the order was decided before."""
    animal = await subjects.lock_animal_if_any(db, livestock_id)
    await subjects.hold_farms(db, [animal] if animal else [])
    now = clock.now()
    against = [] if animal is None else sale.obstacles(animal.status, await standing(db, animal.id, now=now))
    people = await standings.of_many(db, [buyer_id] if seller_id is None else [buyer_id, seller_id])
    inactive = {user_id for user_id, each in people.items() if not each.is_active}
    reasons = sale.objections(
        animal, against, buyer_id=buyer_id, seller_id=seller_id, transfer_by=transfer_by, inactive=inactive, now=now
    )
    if reasons or animal is None:
        await _refuse(db, order_id=order_id, livestock_id=livestock_id, reasons=reasons, blocks=against, now=now)
    elif await _claim(db, order_id=order_id, livestock_id=livestock_id, reasons=(), now=now):
        await _transfer(db, animal, order_id=order_id, buyer_id=buyer_id, price=price, now=now)


async def expire(db: UnitOfWork, *, order_id: UUID, livestock_id: UUID) -> None:
    """Refuses an order that nobody waits for any longer; nothing if it was decided before."""
    await _refuse(db, order_id=order_id, livestock_id=livestock_id, reasons=["expired"], now=clock.now())


async def refuse(db: UnitOfWork, *, order_id: UUID, livestock_id: UUID, reason: str) -> bool:
    """Refuses an order that was not decided before. Returns whether the animal was transferred for it."""
    await _refuse(db, order_id=order_id, livestock_id=livestock_id, reasons=[reason], now=clock.now())
    decision = await db.get_one(OwnershipTransfer, order_id, populate_existing=True)
    return decision.outcome == "transferred"


async def _claim(db: UnitOfWork, *, order_id: UUID, livestock_id: UUID, reasons: Sequence[str], now: datetime) -> bool:
    """Writes the decision; waits for a concurrent one. Returns whether this is the one that counts."""
    claimed = await db.scalar(
        insert(OwnershipTransfer)
        .values(
            order_id=order_id,
            livestock_id=livestock_id,
            outcome="refused" if reasons else "transferred",
            reasons=list(reasons),
            decided_at=now,
        )
        .on_conflict_do_nothing()
        .returning(OwnershipTransfer.order_id)
    )
    return claimed is not None


async def _refuse(
    db: UnitOfWork,
    *,
    order_id: UUID,
    livestock_id: UUID,
    reasons: Sequence[str],
    blocks: Sequence[Block] = (),
    now: datetime,
) -> None:
    if await _claim(db, order_id=order_id, livestock_id=livestock_id, reasons=reasons, now=now):
        emit(
            db,
            LivestockTransferRefused(
                livestock_id=livestock_id, order_id=order_id, reasons=tuple(reasons), blocks=tuple(blocks)
            ),
        )
        log.info("transfer.refused", order_id=str(order_id), reasons=list(reasons))


async def _transfer(
    db: UnitOfWork, animal: Livestock, *, order_id: UUID, buyer_id: UUID, price: Money, now: datetime
) -> None:
    current = (
        await db.scalars(select(Ownership).where(Ownership.livestock_id == animal.id, Ownership.ended_at.is_(None)))
    ).one()
    transferred_at = current.end(now)
    movements.sell(db, animal, buyer_id=buyer_id, order_id=order_id, at=transferred_at)
    await db.flush()  # a flush inserts before it updates, and the new row may not overlap the one that ends
    db.add(
        Ownership(
            livestock_id=animal.id,
            owner_id=buyer_id,
            started_at=transferred_at,
            reason="purchased",
            order_id=order_id,
            price_minor=price.minor,
            currency=price.currency,
        )
    )
    emit(
        db,
        LivestockOwnershipTransferred(
            livestock_id=animal.id,
            order_id=order_id,
            previous_owner_id=current.owner_id,
            owner_id=buyer_id,
            price=price,
            transferred_at=transferred_at,
        ),
    )
    log.info("livestock.ownership_transferred", livestock_id=str(animal.id), order_id=str(order_id))
