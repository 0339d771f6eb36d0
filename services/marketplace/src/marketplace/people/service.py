"""What follows when a user may no longer buy and sell."""

from uuid import UUID

from amigok_chassis import standing
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace import MarketplaceDeletionChecked
from marketplace.listings import service as listings
from marketplace.orders import service as orders


async def follow(db: UnitOfWork, user_id: UUID) -> None:
    """Cancels the pending orders of a user who is no longer active, and ends the listings of one who was deleted."""
    now = await standing.of(db, user_id)
    if now.is_active:
        return
    await orders.cancel_all_of(db, user_id)
    if now.is_deleted:
        await listings.end_all_of(db, user_id)


async def check_deletion(db: UnitOfWork, *, request_id: UUID, user_id: UUID) -> None:
    """Answers identity with what has to end before a user is deleted: `orders`.

    The user was deactivated just before. Pending orders are cancelled here too, in case that event is still on its way.
    """
    await orders.cancel_all_of(db, user_id)
    obstacles = ("orders",) if await orders.are_live_of(db, user_id) else ()
    emit(db, MarketplaceDeletionChecked(request_id=request_id, user_id=user_id, obstacles=obstacles))
