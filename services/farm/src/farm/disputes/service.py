"""What was bought with a payment that the payer's bank disputes: kept from being sold, and reclaimed when it is lost.

Only while it is still the payer's: who has bought it from them since, in good faith, keeps it. Where only a part is
lost, or the animal is dead, it stays blocked until people have decided. A dispute that was won stays won, whatever is
heard later.
"""

from typing import NamedTuple
from uuid import UUID

import structlog
from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.farm import LivestockReclaimed
from amigok_contracts.payment import Dispute as Disputed
from farm import subjects, transfers
from farm.blocks import service as blocks
from farm.blocks.by_hand import DISPUTE
from farm.disputes.models import DISPUTE_STEPS, Dispute
from farm.machine import follow
from farm.models import TRANSITIONS, Livestock, Ownership
from farm.movements import service as movements

log = structlog.get_logger()


class Refunded(NamedTuple):
    """A purchase that was given back as two administrators decided: as a dispute that was lost whole."""

    dispute_id: UUID
    user_id: UUID
    amount: Money
    paid: Money


Said = Disputed | Refunded


async def opened(db: UnitOfWork, said: Said, *, livestock_id: UUID, order_id: UUID) -> None:
    """Keeps the animal from being sold; if it was not transferred for the order yet, it never will be."""
    dispute = await _known(db, said, livestock_id=livestock_id, order_id=order_id)
    if dispute is None:
        await transfers.refuse(db, order_id=order_id, livestock_id=livestock_id, reason=DISPUTE)
    elif dispute.state == "open" and await _purchase(db, dispute) is not None:
        await blocks.place(db, livestock_id=livestock_id, reason=DISPUTE, source_id=dispute.id)


async def won(db: UnitOfWork, said: Said, *, livestock_id: UUID, order_id: UUID) -> None:
    """Lets the animal be sold again; what was taken because it had been lost is owed, and waits for people."""
    dispute = await _known(db, said, livestock_id=livestock_id, order_id=order_id)
    if dispute is None or dispute.state in ("won", "owed", "settled"):
        return
    now = clock.now()
    if dispute.state not in ("reclaimed", "returned"):
        dispute.become("win", now=now)
        await blocks.clear(db, livestock_id=livestock_id, reason=DISPUTE, source_id=dispute.id)
        return
    dispute.become("owe", now=now)
    log.warning("dispute.won_after_reclaim", dispute_id=str(dispute.id), livestock_id=str(livestock_id))
    animal = await db.get_one(Livestock, livestock_id)
    if animal.owner_id is None and TRANSITIONS[animal.status]:
        await blocks.place(db, livestock_id=livestock_id, reason=DISPUTE, source_id=dispute.order_id)


async def lost(db: UnitOfWork, said: Said, *, livestock_id: UUID, order_id: UUID) -> None:
    """Makes the animal the platform's again, or asks people what shall become of it. Once, whatever is said again."""
    dispute = await _known(db, said, livestock_id=livestock_id, order_id=order_id)
    if dispute is None or dispute.state != "open":
        return
    purchase = await _purchase(db, dispute)
    now, dispute_id = clock.now(), dispute.id
    if purchase is None:
        dispute.become("lose", now=now)
        await blocks.clear(db, livestock_id=livestock_id, reason=DISPUTE, source_id=dispute_id)
    elif dispute.is_part or not TRANSITIONS[(await db.get_one(Livestock, livestock_id)).status]:
        dispute.become("ask", now=now)
        await blocks.place(db, livestock_id=livestock_id, reason=DISPUTE, source_id=dispute_id)
    else:
        dispute.become("reclaim", now=now)
        await reclaim(db, purchase, dispute_id=dispute_id)
        await blocks.clear(db, livestock_id=livestock_id, reason=DISPUTE, source_id=dispute_id)


async def reclaim(db: UnitOfWork, purchase: Ownership, *, dispute_id: UUID) -> None:
    """The animal, locked, is the platform's again. Raises IllegalMovement."""
    animal = await db.get_one(Livestock, purchase.livestock_id)
    user_id, at = animal.owner_id, purchase.end(clock.now())
    assert user_id is not None
    movements.reclaim(db, animal, dispute_id=dispute_id, at=at)
    await db.flush()  # a flush inserts before it updates, and the new row may not overlap the one that ends
    db.add(Ownership(livestock_id=animal.id, owner_id=None, started_at=at, reason="reclaimed"))
    emit(
        db,
        LivestockReclaimed(
            livestock_id=animal.id,
            dispute_id=dispute_id,
            previous_owner_id=user_id,
            reclaimed_at=at,
        ),
    )
    log.info("livestock.reclaimed", livestock_id=str(animal.id), dispute_id=str(dispute_id))


async def _known(db: UnitOfWork, said: Said, *, livestock_id: UUID, order_id: UUID) -> Dispute | None:
    """The dispute as it is on record, under the lock of its animal; null where there is no such animal."""
    if await subjects.lock_animal_if_any(db, livestock_id) is None:
        return None
    known = await db.get(Dispute, said.dispute_id, populate_existing=True)
    if known is not None:
        return known
    now = clock.now()
    first = Dispute(
        id=said.dispute_id,
        livestock_id=livestock_id,
        order_id=order_id,
        user_id=said.user_id,
        amount_minor=said.amount.minor,
        paid_minor=said.paid.minor,
        currency=said.paid.currency,
        state=follow(DISPUTE_STEPS, "open", None),
        opened_at=now,
        changed_at=now,
    )
    db.add(first)
    await db.flush()
    return first


async def _purchase(db: UnitOfWork, dispute: Dispute) -> Ownership | None:
    """What is disputed, if it is the payer's; an order that was not transferred before never will be."""
    await transfers.refuse(db, order_id=dispute.order_id, livestock_id=dispute.livestock_id, reason=DISPUTE)
    return await purchase_of(db, dispute)


async def purchase_of(db: UnitOfWork, dispute: Dispute) -> Ownership | None:
    """What the payer has owned since the order that is disputed, if they still do; the animal must be locked."""
    current = select(Ownership).where(
        Ownership.livestock_id == dispute.livestock_id,
        Ownership.ended_at.is_(None),
        Ownership.order_id == dispute.order_id,
        Ownership.owner_id == dispute.user_id,
    )
    return await db.scalar(current)
