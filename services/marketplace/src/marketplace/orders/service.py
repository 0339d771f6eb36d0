"""The saga of an order, in which the price and the animal change hands together, or not at all.

pending (placed) → confirmed (price held) → processing (animal transferred) → completed (money captured); where a user
sells, escrow comes in between (`escrow.py`). Pending and confirmed orders may be cancelled. The event of a step may
come twice, late or early: a step that is past is ignored, one that is early waits. An order paid from the wallet
reserves the animal when it is confirmed, any other at once.
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import case, func, or_, select

from amigok_chassis import clock, standing
from amigok_chassis.errors import NotFound
from amigok_chassis.inbox import Retry
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.marketplace import (
    OrderCancelled,
    OrderCompleted,
    OrderConfirmed,
    OrderTimedOut,
)
from marketplace.listings import locks
from marketplace.listings import service as listings
from marketplace.listings.models import Listing
from marketplace.orders import escrow
from marketplace.orders.machine import ORDERS
from marketplace.orders.models import Actor, Order
from marketplace.settings import Settings

_STUCK_AFTER = timedelta(seconds=60)
_LONGEST_WAIT = timedelta(minutes=10)
_FINAL = frozenset({"unknown_livestock", "not_owner", "buyer_already_owner", "removed", "deceased"})
"""Reasons for which this seller can sell this animal to nobody, so the listing ends. All other reasons pass."""


async def confirm(db: UnitOfWork, *, order_id: UUID) -> None:
    """The price is held: asks the farm to transfer the animal, unless it is no longer for sale."""
    order = await _in(db, order_id, "pending")
    if order is None:
        return
    obstacle = await _reserve(db, order)
    if obstacle is not None:
        await _cancel(db, order, obstacle)
        return
    transfer_by = clock.now() + db.settings(Settings).transfer_within
    order.advance("confirm", now=clock.now(), deadline=transfer_by)
    emit(
        db,
        OrderConfirmed(
            order_id=order.id,
            livestock_id=order.livestock_id,
            buyer_id=order.buyer_id,
            seller_id=order.seller_id,
            price=order.money,
            transfer_by=transfer_by,
        ),
    )


async def _reserve(db: UnitOfWork, order: Order) -> str | None:
    """Reserves the listing for an order whose price is held, if it has not yet. Returns why it cannot, or None."""
    listing = await _listing(db, order)
    if not (await standing.of(db, order.buyer_id)).is_active:
        return "account_inactive"
    if not await listings.has_active_seller(db, listing):
        return "listing_not_active"
    if order.reserves:
        return None
    if listing.state != "live":
        return "listing_not_active"
    listing.take("reserve", now=clock.now())
    return None


async def fulfil(db: UnitOfWork, *, order_id: UUID) -> None:
    """The animal belongs to the buyer: escrow begins, or the money is captured at once."""
    order = await _in(db, order_id, "confirmed")
    if order is None:
        return
    listings.sell(db, await _listing(db, order))
    await escrow.begin(db, order)


async def complete(db: UnitOfWork, *, order_id: UUID) -> None:
    """The money and the animal have changed hands."""
    order = await _in(db, order_id, "processing")
    if order is None:
        return
    now = clock.now()
    order.advance("complete", now=now)
    listings.settle(await _listing(db, order), now=now)
    emit(
        db,
        OrderCompleted(
            order_id=order.id,
            listing_id=order.listing_id,
            livestock_id=order.livestock_id,
            price=order.money,
            paid=order.paid_money,
            fee=Money.of_minor(order.paid_fee or 0, order.currency),
        ),
    )


async def abandon(db: UnitOfWork, *, order_id: UUID, state: str, reason: str) -> None:
    """Cancels the order if it is still in `state`, as the step out of it was refused."""
    order = await _in(db, order_id, state)
    if order is not None:
        await _cancel(db, order, reason)


def decisive(reasons: Sequence[str]) -> str:
    """Returns the reason that decides what happens next: a final one if there is one, lateness only if nothing else."""
    return min(reasons, key=lambda reason: (reason not in _FINAL, reason == "expired"))


async def cancel(db: UnitOfWork, *, order_id: UUID, buyer_id: UUID) -> Order:
    """Cancels a buyer's own order while its price is not held. Raises NotFound, OrderNotCancellable."""
    order = await db.get(Order, order_id, with_for_update=True)
    if order is None or order.buyer_id != buyer_id:
        raise NotFound
    await _cancel(db, order, "buyer_cancelled", action="cancel", by="buyer")
    return order


async def cancel_all_of(db: UnitOfWork, user_id: UUID) -> None:
    """Cancels the pending orders of a user who may no longer act. If the price is held, the farm decides."""
    theirs = select(Order).where(or_(Order.buyer_id == user_id, Order.seller_id == user_id), Order.state == "pending")
    locked = theirs.order_by(Order.id).with_for_update().execution_options(populate_existing=True)
    for order in await db.scalars(locked):
        await _cancel(db, order, "account_inactive" if order.buyer_id == user_id else "listing_not_active")


async def are_live_of(db: UnitOfWork, user_id: UUID) -> bool:
    """Returns whether the user buys or sells in an order that has not ended."""
    theirs = or_(Order.buyer_id == user_id, Order.seller_id == user_id)
    return await db.scalar(select(Order.id).where(theirs, Order.state.in_(ORDERS.open)).limit(1)) is not None


async def enforce_deadlines(db: UnitOfWork, *, limit: int = 100) -> None:
    """Ends what is due: orders whose price was not held are cancelled, those in escrow are paid.

    The farm is asked to decide on animals that it has not transferred. If it does not answer it is asked again, each
    time after twice as long, but at least every ten minutes.
    """
    now = clock.now()
    late = select(Order).where(Order.state.in_(("pending", "confirmed", "escrowed")), Order.deadline < now)
    locked = late.order_by(Order.deadline).limit(limit).with_for_update(skip_locked=True)
    overdue = (await db.scalars(locked)).all()
    await locks.lock(db, {order.listing_id for order in overdue if order.state == "pending" and order.reserves})
    for order in overdue:
        if order.state == "pending":
            await _cancel(db, order, "payment_timeout" if order.unpaid else "hold_timeout")
        elif order.state == "escrowed":
            escrow.expire(db, order)
        else:
            order.deadline = now + max(db.settings(Settings).transfer_within, min(now - order.placed_at, _LONGEST_WAIT))
            emit(db, OrderTimedOut(order_id=order.id, livestock_id=order.livestock_id))


async def stuck(db: UnitOfWork) -> int:
    """Counts orders that should have gone on long ago. What waits for people, or in escrow, does not count.

    Deadlines of confirmed orders do not show them: asking the farm again moves those.
    """
    settings, now = db.settings(Settings), clock.now()
    late = now - settings.hold_within - settings.transfer_within - settings.capture_within - _STUCK_AFTER
    placed_before = case((Order.pay_with == "payment", late - settings.pay_within), else_=late)
    held_late = Order.state.in_(("pending", "confirmed")) & (Order.placed_at < placed_before)
    paid_late = (Order.state == "processing") & (Order.deadline < now - _STUCK_AFTER)
    return await db.scalar(select(func.count()).where(held_late | paid_late)) or 0


async def _in(db: UnitOfWork, order_id: UUID, state: str) -> Order | None:
    """Returns the order, locked, if it is in this state; None if that is past. Raises Retry if it is still to come."""
    order = await db.get(Order, order_id, with_for_update=True)
    if order is not None and order.is_before(state):
        raise Retry(f"order {order_id} is {order.state}, not yet {state}")
    return order if order is not None and order.state == state else None


async def _cancel(
    db: UnitOfWork, order: Order, reason: str, *, action: str = "abandon", by: Actor = "platform"
) -> None:
    """Raises OrderNotCancellable."""
    reserved = order.reserves
    order.cancel(reason, now=clock.now(), action=action, by=by)
    if reserved:
        await _free(db, order, reason)
    emit(
        db,
        OrderCancelled(
            order_id=order.id,
            reference_id=order.id,
            listing_id=order.listing_id,
            livestock_id=order.livestock_id,
            payer_id=order.buyer_id,
            reason=reason,
        ),
    )


async def _free(db: UnitOfWork, order: Order, reason: str) -> None:
    """Puts the listing back on sale after an order that ended for this reason, unless it can no longer be sold."""
    listing = await _listing(db, order)
    end = await listings.obstacle(db, listing) or (reason if reason in _FINAL else None)
    if end is not None:
        listings.end(db, listing, reason=end)
    else:
        listing.take("free", now=clock.now())


async def _listing(db: UnitOfWork, order: Order) -> Listing:
    return await db.get_one(Listing, order.listing_id, with_for_update={"key_share": True})
