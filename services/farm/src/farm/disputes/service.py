"""A disputed animal is kept from being sold, and reclaimed when the dispute is lost.

That holds only while the payer still owns it: whoever has bought it from them since, in good faith, keeps it. If only a
part of the price is lost, or the animal is dead, it stays blocked until people have decided. A dispute that was won
stays won, whatever comes later.
"""

from uuid import UUID

import structlog
from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import LivestockReclaimed
from farm.blocks import service as blocks
from farm.blocks.reasons import DISPUTE
from farm.disputes.cases import Case
from farm.disputes.models import DISPUTES, Dispute
from farm.livestock.locks import lock_animal_if_any
from farm.livestock.models import Livestock
from farm.movements import service as movements
from farm.ownership.models import Ownership
from farm.transfers import service as transfers

log = structlog.get_logger()


async def open_case(db: UnitOfWork, case: Case) -> None:
    """Blocks the sale of the animal. An order that was not decided yet is refused for good."""
    dispute = await _find_or_add(db, case)
    if dispute is None:
        await transfers.refuse(db, order_id=case.order_id, livestock_id=case.livestock_id, reason=DISPUTE)
    elif dispute.state == "open" and await _purchase(db, dispute) is not None:
        await blocks.place(db, livestock_id=case.livestock_id, reason=DISPUTE, source_id=dispute.id)


async def win(db: UnitOfWork, case: Case) -> None:
    """Ends the block. If the animal was reclaimed before, it is owed to the payer, and people have to settle that."""
    dispute = await _find_or_add(db, case)
    if dispute is None or dispute.state in ("won", "owed", "settled"):
        return
    now = clock.now()
    if dispute.state not in ("reclaimed", "returned"):
        dispute.become("win", now=now)
        await blocks.clear(db, livestock_id=case.livestock_id, reason=DISPUTE, source_id=dispute.id)
        return
    dispute.become("owe", now=now)
    log.warning("dispute.won_after_reclaim", dispute_id=str(dispute.id), livestock_id=str(case.livestock_id))
    animal = await db.get_one(Livestock, case.livestock_id)
    if animal.owner_id is None and not animal.is_gone:
        await blocks.place(db, livestock_id=case.livestock_id, reason=DISPUTE, source_id=dispute.order_id)


async def lose(db: UnitOfWork, case: Case) -> None:
    """Reclaims the animal, or leaves the decision to people. Repeating it has no further effect."""
    dispute = await _find_or_add(db, case)
    if dispute is None or dispute.state != "open":
        return
    purchase = await _purchase(db, dispute)
    now, dispute_id = clock.now(), dispute.id
    if purchase is None:
        dispute.become("lose", now=now)
        await blocks.clear(db, livestock_id=case.livestock_id, reason=DISPUTE, source_id=dispute_id)
    elif dispute.is_part or (await db.get_one(Livestock, case.livestock_id)).is_gone:
        dispute.become("ask", now=now)
        await blocks.place(db, livestock_id=case.livestock_id, reason=DISPUTE, source_id=dispute_id)
    else:
        dispute.become("reclaim", now=now)
        await reclaim(db, purchase, dispute_id=dispute_id)
        await blocks.clear(db, livestock_id=case.livestock_id, reason=DISPUTE, source_id=dispute_id)


async def reclaim(db: UnitOfWork, purchase: Ownership, *, dispute_id: UUID) -> None:
    """Gives the animal, which must be locked, back to the platform, free of debts. Raises IllegalMovement."""
    animal = await db.get_one(Livestock, purchase.livestock_id)
    user_id, platform = animal.owner_id, Ownership(owner_id=None, reason="reclaimed")
    assert user_id is not None
    at = movements.hand_over(
        db, animal, "reclaimed", previous=purchase, following=platform, reference_id=dispute_id, now=clock.now()
    )
    emit(
        db,
        LivestockReclaimed(
            livestock_id=animal.id,
            dispute_id=dispute_id,
            previous_owner_id=user_id,
            reclaimed_at=at,
        ),
    )
    await blocks.end_of_former_owner(db, animal)
    log.info("livestock.reclaimed", livestock_id=str(animal.id), dispute_id=str(dispute_id))


async def _find_or_add(db: UnitOfWork, case: Case) -> Dispute | None:
    """Returns the stored dispute, under the lock of its animal, or None if there is no such animal."""
    if await lock_animal_if_any(db, case.livestock_id) is None:
        return None
    found = await db.get(Dispute, case.dispute_id, populate_existing=True)
    if found is not None:
        return found
    now = clock.now()
    added = Dispute(
        id=case.dispute_id,
        livestock_id=case.livestock_id,
        order_id=case.order_id,
        user_id=case.user_id,
        amount_minor=case.amount.minor,
        paid_minor=case.paid.minor,
        currency=case.paid.currency,
        state=DISPUTES.follow("open", None),
        opened_at=now,
        changed_at=now,
    )
    db.add(added)
    await db.flush()
    return added


async def _purchase(db: UnitOfWork, dispute: Dispute) -> Ownership | None:
    """Returns what the payer still owns of the disputed purchase. An order that was not decided is refused for good."""
    await transfers.refuse(db, order_id=dispute.order_id, livestock_id=dispute.livestock_id, reason=DISPUTE)
    return await purchase_of(db, dispute)


async def purchase_of(db: UnitOfWork, dispute: Dispute) -> Ownership | None:
    """Returns the payer's ownership since the disputed order, if it lasts. The animal must be locked."""
    current = select(Ownership).where(
        Ownership.livestock_id == dispute.livestock_id,
        Ownership.ended_at.is_(None),
        Ownership.order_id == dispute.order_id,
        Ownership.owner_id == dispute.user_id,
    )
    return await db.scalar(current)
