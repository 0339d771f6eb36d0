"""Who may buy and sell no more."""

from uuid import UUID

from amigok_chassis import standing
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace import MarketplaceDeletionChecked
from marketplace import listings, orders


async def follow(db: UnitOfWork, user_id: UUID) -> None:
    """Does what the standing of a user, which has changed, asks for.

    Who is shut out neither buys nor sells until they are let in again; what the deleted offer ends.
    """
    now = await standing.of(db, user_id)
    if now.is_active:
        return
    await orders.cancel_all_of(db, user_id)
    if now.is_deleted:
        await listings.end_all_of(db, user_id)


async def check_deletion(db: UnitOfWork, *, request_id: UUID, user_id: UUID) -> None:
    """Tells what has to end before a user, who was shut out just before, is deleted: `orders`.

    What they offer ends by itself, and so do orders whose price is not held, should this come before the news.
    """
    await orders.cancel_all_of(db, user_id)
    obstacles = ("orders",) if await orders.are_live_of(db, user_id) else ()
    emit(db, MarketplaceDeletionChecked(request_id=request_id, user_id=user_id, obstacles=obstacles))
