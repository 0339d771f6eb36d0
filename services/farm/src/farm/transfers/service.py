"""Orders change the owner of an animal here only. There is one decision per order, whatever messages come.

The row of `ownership_transfers` is the decision. Whoever inserts it decides; everybody else finds it and does nothing.
Locks are taken in one order: the animal, its farm, the decision, the history.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

import structlog
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis import standing as standings
from amigok_chassis.needs import Ahead
from amigok_chassis.outbox import emit
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.farm import Block, LivestockOwnershipTransferred, LivestockTransferRefused
from farm.blocks.obstacles import obstacles
from farm.blocks.service import STANDING
from farm.farms.locks import share_farms
from farm.livestock.locks import lock_animal_if_any
from farm.livestock.models import Livestock
from farm.movements import service as movements
from farm.ownership.models import Ownership
from farm.ownership.queries import current
from farm.transfers.models import OwnershipTransfer
from farm.transfers.objections import objections

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
    """Gives the animal to the buyer, or refuses with reasons. Does nothing if the order was decided before."""
    animal = await lock_animal_if_any(db, livestock_id)
    await share_farms(db, [animal.farm_id] if animal else [])
    if await DECISIONS.get(db, order_id) is not None:
        return
    now = clock.now()
    against = [] if animal is None else obstacles(animal.status, await STANDING.get(db, animal.id) or [])
    people = await standings.of_many(db, [buyer_id] if seller_id is None else [buyer_id, seller_id])
    inactive = {user_id for user_id, each in people.items() if not each.is_active}
    reasons = objections(
        animal, against, buyer_id=buyer_id, seller_id=seller_id, transfer_by=transfer_by, inactive=inactive, now=now
    )
    if reasons or animal is None:
        await _refuse(db, order_id=order_id, livestock_id=livestock_id, reasons=reasons, blocks=against, now=now)
    else:
        await _transfer(db, animal, order_id=order_id, buyer_id=buyer_id, price=price, now=now)


async def refuse(db: UnitOfWork, *, order_id: UUID, livestock_id: UUID, reason: str) -> None:
    """Refuses an order that was not decided before."""
    if await DECISIONS.get(db, order_id) is None:
        await _refuse(db, order_id=order_id, livestock_id=livestock_id, reasons=[reason], now=clock.now())


async def _read(db: UnitOfWork, order_ids: Collection[UUID]) -> dict[UUID, OwnershipTransfer]:
    query = select(OwnershipTransfer).where(among(OwnershipTransfer.order_id, order_ids))
    return {row.order_id: row for row in await db.scalars(query)}


DECISIONS = Ahead(_read)
"""What was decided about each order, by its id."""


async def _refuse(
    db: UnitOfWork,
    *,
    order_id: UUID,
    livestock_id: UUID,
    reasons: Sequence[str],
    blocks: Sequence[Block] = (),
    now: datetime,
) -> None:
    decision = insert(OwnershipTransfer).values(
        order_id=order_id, livestock_id=livestock_id, outcome="refused", reasons=list(reasons), decided_at=now
    )
    written = decision.on_conflict_do_nothing().returning(OwnershipTransfer.order_id)
    if await db.scalar(written) is not None:
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
    previous = await current(db, animal.id)
    bought = Ownership(
        owner_id=buyer_id,
        reason="purchased",
        order_id=order_id,
        price_minor=price.minor,
        currency=price.currency,
    )
    db.add(
        OwnershipTransfer(
            order_id=order_id,
            livestock_id=animal.id,
            outcome="transferred",
            reasons=[],
            decided_at=now,
            ownership=bought,
        )
    )
    transferred_at = movements.hand_over(
        db, animal, "sold", previous=previous, following=bought, reference_id=order_id, now=now
    )
    emit(
        db,
        LivestockOwnershipTransferred(
            livestock_id=animal.id,
            order_id=order_id,
            previous_owner_id=previous.owner_id,
            owner_id=buyer_id,
            price=price,
            transferred_at=transferred_at,
        ),
    )
    log.info("livestock.ownership_transferred", livestock_id=str(animal.id), order_id=str(order_id))
