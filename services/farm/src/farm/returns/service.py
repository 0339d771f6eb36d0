"""An order that is undone gives the animal back to its seller. There is one decision for each request.

Only what the order did is undone: the buyer must own the animal by this order, and it must be alive and here. What
keeps an animal from being sold does not keep it from going back.
"""

from uuid import UUID

import structlog
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import LivestockOwnershipTransferred, LivestockReturnRefused
from farm.blocks import service as blocks
from farm.livestock.locks import lock_animal_if_any
from farm.livestock.models import Livestock
from farm.movements import service as movements
from farm.ownership.models import Ownership
from farm.ownership.queries import current
from farm.returns.models import OwnershipReturn

log = structlog.get_logger()


async def decide(
    db: UnitOfWork, *, return_id: UUID, order_id: UUID, livestock_id: UUID, buyer_id: UUID, seller_id: UUID
) -> None:
    """Gives the animal back to the seller, or refuses with reasons. Does nothing if this was decided before."""
    animal = await lock_animal_if_any(db, livestock_id)
    purchase = None if animal is None or animal.is_gone else await current(db, livestock_id)
    reasons = _objections(animal, purchase, order_id=order_id, buyer_id=buyer_id)
    if not await _decide(db, return_id, order_id=order_id, livestock_id=livestock_id, reasons=reasons):
        return
    log.info("return.decided", order_id=str(order_id), reasons=reasons)
    if animal is None or purchase is None or reasons:
        about = {"livestock_id": livestock_id, "order_id": order_id, "return_id": return_id}
        emit(db, LivestockReturnRefused(**about, reasons=tuple(reasons)))
    else:
        await _give_back(db, animal, purchase, return_id=return_id, seller_id=seller_id)


def _objections(animal: Livestock | None, purchase: Ownership | None, *, order_id: UUID, buyer_id: UUID) -> list[str]:
    """Returns stable codes of why the animal cannot go back."""
    if animal is None:
        return ["unknown_livestock"]
    if purchase is None:
        return [animal.status]
    return [] if (purchase.order_id, purchase.owner_id) == (order_id, buyer_id) else ["not_owner"]


async def _decide(db: UnitOfWork, return_id: UUID, *, order_id: UUID, livestock_id: UUID, reasons: list[str]) -> bool:
    """Writes the decision. Returns whether it was written here."""
    decision = insert(OwnershipReturn).values(
        id=return_id,
        order_id=order_id,
        livestock_id=livestock_id,
        outcome="refused" if reasons else "returned",
        reasons=reasons,
        decided_at=clock.now(),
    )
    written = decision.on_conflict_do_nothing(index_elements=[OwnershipReturn.id]).returning(OwnershipReturn.id)
    return await db.scalar(written) is not None


async def _give_back(
    db: UnitOfWork, animal: Livestock, purchase: Ownership, *, return_id: UUID, seller_id: UUID
) -> None:
    seller = Ownership(owner_id=seller_id, reason="returned")
    returned_at = movements.hand_over(
        db, animal, "returned", previous=purchase, following=seller, reference_id=return_id, now=clock.now()
    )
    assert purchase.price is not None
    emit(
        db,
        LivestockOwnershipTransferred(
            livestock_id=animal.id,
            order_id=purchase.order_id,
            previous_owner_id=purchase.owner_id,
            owner_id=seller_id,
            price=purchase.price,
            transferred_at=returned_at,
            return_id=return_id,
        ),
    )
    await blocks.end_of_former_owner(db, animal)
