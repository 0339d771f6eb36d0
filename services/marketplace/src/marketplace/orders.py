"""Orders: the saga in which price and animal change hands together, or not at all.

pending (placed) → confirmed (price held) → fulfilled (animal transferred) → completed (money captured); pending and
confirmed may be cancelled. Every step may be heard twice or late: what is past is ignored, what is early waits.
An order that is paid from the wallet reserves the animal when it is confirmed; one that is paid otherwise, at once.
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import case, func, or_, select

from amigok_chassis import clock, standing
from amigok_chassis.consumer import Retry
from amigok_chassis.errors import NotFound
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace import (
    OrderCancelled,
    OrderCompleted,
    OrderConfirmed,
    OrderFulfilled,
    OrderTimedOut,
)
from marketplace import listings, locks
from marketplace.errors import OrderNotCancellable
from marketplace.models import LIVE_ORDER, ORDER_TRANSITIONS, Listing, Order
from marketplace.settings import Settings

_STUCK_AFTER = timedelta(seconds=60)
_LONGEST_WAIT = timedelta(minutes=10)
_FINAL = frozenset({"unknown_livestock", "not_owner", "buyer_already_owner", "removed", "deceased"})
"""Reasons why this seller can sell this animal to nobody: the listing ends. All others pass, a block in its time."""


async def confirm(db: UnitOfWork, *, order_id: UUID) -> None:
    """The price is held: the farm may transfer the animal, unless it is not for sale any more."""
    order = await _due(db, order_id, "confirmed")
    if order is None:
        return
    against = await _reserve(db, order)
    if against is not None:
        await _cancel(db, order, against)
        return
    transfer_by = clock.now() + Settings().transfer_within
    order.advance("confirmed", now=clock.now(), deadline=transfer_by)
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
    """Reserves the listing for an order whose price is held, unless it did before. Returns why it cannot, if so."""
    listing = await _listing(db, order)
    if not (await standing.of(db, order.buyer_id)).is_active:
        return "account_inactive"
    if not await listings.has_active_seller(db, listing):
        return "listing_not_active"
    if order.reserves:
        return None
    if listing.state != "active":
        return "listing_not_active"
    listing.become("reserved", now=clock.now())
    return None


async def fulfil(db: UnitOfWork, *, order_id: UUID) -> None:
    """The animal is the buyer's: the money may be captured."""
    order = await _due(db, order_id, "fulfilled")
    if order is None:
        return
    now = clock.now()
    order.advance("fulfilled", now=now, deadline=now + Settings().capture_within)
    (await _listing(db, order)).become("sold", now=now)
    emit(
        db,
        OrderFulfilled(
            order_id=order.id,
            livestock_id=order.livestock_id,
            buyer_id=order.buyer_id,
            seller_id=order.seller_id,
            price=order.money,
            fee=order.fee_money,
        ),
    )


async def complete(db: UnitOfWork, *, order_id: UUID) -> None:
    """Money and animal have changed hands."""
    order = await _due(db, order_id, "completed")
    if order is None:
        return
    order.advance("completed", now=clock.now(), deadline=order.deadline)
    emit(
        db,
        OrderCompleted(
            order_id=order.id, listing_id=order.listing_id, livestock_id=order.livestock_id, price=order.money
        ),
    )


async def abandon(db: UnitOfWork, *, order_id: UUID, state: str, reason: str) -> None:
    """The step that would have led out of `state` was refused."""
    order = await _due(db, order_id, "confirmed" if state == "pending" else "fulfilled")
    if order is not None:
        await _cancel(db, order, reason)


def decisive(reasons: Sequence[str]) -> str:
    """The reason that says most of what comes next: a final one if there is one, lateness only for want of others."""
    return min(reasons, key=lambda reason: (reason not in _FINAL, reason == "expired"))


async def cancel(db: UnitOfWork, *, order_id: UUID, buyer_id: UUID) -> Order:
    """The buyer changes their mind, while the price is not held. Raises NotFound, OrderNotCancellable."""
    order = await db.get(Order, order_id, with_for_update=True)
    if order is None or order.buyer_id != buyer_id:
        raise NotFound
    if order.state != "pending":
        raise OrderNotCancellable(f"The order is {order.state}.", state=order.state)
    await _cancel(db, order, "buyer_cancelled")
    return order


async def cancel_all_of(db: UnitOfWork, user_id: UUID) -> None:
    """Somebody is shut out: what they buy or sell ends, unless its price is held: then the farm decides."""
    theirs = select(Order).where(or_(Order.buyer_id == user_id, Order.seller_id == user_id), Order.state == "pending")
    locked = theirs.order_by(Order.id).with_for_update().execution_options(populate_existing=True)
    for order in await db.scalars(locked):
        await _cancel(db, order, "account_inactive" if order.buyer_id == user_id else "listing_not_active")


async def are_live_of(db: UnitOfWork, user_id: UUID) -> bool:
    """Whether somebody buys or sells in an order that has not ended."""
    theirs = or_(Order.buyer_id == user_id, Order.seller_id == user_id)
    return await db.scalar(select(Order.id).where(theirs, Order.state.in_(LIVE_ORDER)).limit(1)) is not None


async def enforce_deadlines(db: UnitOfWork, *, limit: int = 100) -> None:
    """Ends orders whose price was not held in time; asks the farm to decide on animals it has not transferred.

    A farm that does not answer is asked again after twice the time, at last every ten minutes.
    """
    now = clock.now()
    late = select(Order).where(Order.state.in_(("pending", "confirmed")), Order.deadline < now)
    locked = late.order_by(Order.deadline).limit(limit).with_for_update(skip_locked=True)
    overdue = (await db.scalars(locked)).all()
    await locks.listings(db, {order.listing_id for order in overdue if order.unpaid})
    for order in overdue:
        if order.state == "pending":
            await _cancel(db, order, "payment_timeout" if order.unpaid else "hold_timeout")
        else:
            order.deadline = now + max(Settings().transfer_within, min(now - order.placed_at, _LONGEST_WAIT))
            emit(db, OrderTimedOut(order_id=order.id, livestock_id=order.livestock_id))


async def stuck(db: UnitOfWork) -> int:
    """How many orders should have ended long ago. Their deadlines do not tell: asking the farm again moves them."""
    settings = Settings()
    late = clock.now() - settings.transfer_within - settings.capture_within - _STUCK_AFTER
    placed_before = case((Order.pay_with == "payment", late - settings.pay_within), else_=late - settings.hold_within)
    query = select(func.count()).where(Order.state.in_(LIVE_ORDER), Order.placed_at < placed_before)
    return await db.scalar(query) or 0


async def _due(db: UnitOfWork, order_id: UUID, state: str) -> Order | None:
    """The order, locked, if its next step is `state`; None if that is past. Raises Retry if it is early."""
    order = await db.get(Order, order_id, with_for_update=True)
    if order is None:
        return None
    if state in ORDER_TRANSITIONS[order.state]:
        return order
    if order.is_before(state):
        raise Retry(f"order {order_id} is {order.state}, not yet ready to be {state}")
    return None


async def _cancel(db: UnitOfWork, order: Order, reason: str) -> None:
    if order.reserves:
        await _free(db, order, reason)
    order.cancel(reason, now=clock.now())
    emit(
        db,
        OrderCancelled(
            order_id=order.id,
            listing_id=order.listing_id,
            livestock_id=order.livestock_id,
            buyer_id=order.buyer_id,
            price=order.money,
            reason=reason,
        ),
    )


async def _free(db: UnitOfWork, order: Order, reason: str) -> None:
    """The listing is for sale again after an order that ends for this reason, unless there is nothing to sell."""
    listing = await _listing(db, order)
    end = await listings.ended(db, listing) or (reason if reason in _FINAL else None)
    if end is not None:
        listings.withdraw(db, listing, reason=end)
    else:
        listing.become("active", now=clock.now())


async def _listing(db: UnitOfWork, order: Order) -> Listing:
    return await db.get_one(Listing, order.listing_id, with_for_update={"key_share": True})
