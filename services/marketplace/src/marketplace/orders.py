"""Buying: the saga in which price and animal change hands together, or not at all.

pending (placed) → confirmed (price held) → fulfilled (animal transferred) → completed (money captured); pending and
confirmed may be cancelled. Every step may be heard twice or late: what is past is ignored, what is early waits.
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from amigok_chassis.consumer import Retry
from amigok_chassis.errors import NotFound
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_contracts.marketplace import (
    OrderCancelled,
    OrderCompleted,
    OrderConfirmed,
    OrderFulfilled,
    OrderPlaced,
    OrderTimedOut,
)
from marketplace import animals, listings
from marketplace.errors import OrderNotCancellable, OwnListing, TooManyUnpaidOrders
from marketplace.fees import fee
from marketplace.models import ORDER_TRANSITIONS, Listing, Order, PayWith
from marketplace.settings import Settings

_HOARDING = 7305021
_STUCK_AFTER = timedelta(seconds=60)
_LONGEST_WAIT = timedelta(minutes=10)
_LIVE = ("pending", "confirmed", "fulfilled")
_FINAL = frozenset({"unknown_livestock", "not_owner", "buyer_already_owner", "withdrawn", "deceased"})
"""Reasons why this seller can sell this animal to nobody: the listing ends. All others pass, a block in its time."""


async def buy(db: AsyncSession, *, livestock_id: UUID, buyer_id: UUID, pay_with: PayWith = "wallet") -> Order:
    """Places an order and reserves the listing.

    Raises TooManyUnpaidOrders, NotListed, ListingNotActive, OwnListing, NotForSale.
    """
    if pay_with == "payment":
        await _refuse_hoarding(db, buyer_id)
    listing = await listings.live(db, livestock_id)
    if listing.seller_id == buyer_id:
        raise OwnListing
    await animals.require_sellable(db, livestock_id)
    now = clock.now()
    listing.become("reserved", now=now)
    taken = fee(listing.money, basis_points=Settings().fee_basis_points)
    order = Order(
        id=new_id(), listing_id=listing.id, livestock_id=livestock_id, buyer_id=buyer_id,
        seller_id=listing.seller_id, price=listing.price, fee=taken.minor, currency=listing.currency,
        pay_with=pay_with, state="pending", reason=None, deadline=now + _held_within(pay_with), placed_at=now,
        ended_at=None,
    )  # fmt: skip
    db.add(order)
    emit(
        db,
        OrderPlaced(
            order_id=order.id, listing_id=listing.id, livestock_id=livestock_id, buyer_id=buyer_id,
            seller_id=order.seller_id, price=order.money, fee=taken, pay_with=pay_with, title=listing.title,
        ),
    )  # fmt: skip
    return order


async def _refuse_hoarding(db: AsyncSession, buyer_id: UUID) -> None:
    """Nobody reserves animals without end that they do not pay for; one buyer's orders are counted one by one."""
    await db.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(str(buyer_id), _HOARDING))))
    unpaid = select(func.count()).where(
        Order.buyer_id == buyer_id, Order.state == "pending", Order.pay_with == "payment"
    )
    if (await db.scalar(unpaid) or 0) >= Settings().unpaid_orders:
        raise TooManyUnpaidOrders


def _held_within(pay_with: PayWith) -> timedelta:
    """How long after its placing an order may take until its price is held."""
    settings = Settings()
    return settings.hold_within if pay_with == "wallet" else settings.pay_within


async def confirm(db: AsyncSession, *, order_id: UUID) -> None:
    """The price is held: the farm may transfer the animal."""
    order = await _due(db, order_id, "confirmed")
    if order is None:
        return
    transfer_by = clock.now() + Settings().transfer_within
    order.advance("confirmed", now=clock.now(), deadline=transfer_by)
    emit(
        db,
        OrderConfirmed(
            order_id=order.id, livestock_id=order.livestock_id, buyer_id=order.buyer_id,
            seller_id=order.seller_id, price=order.money, transfer_by=transfer_by,
        ),
    )  # fmt: skip


async def fulfil(db: AsyncSession, *, order_id: UUID) -> None:
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
            order_id=order.id, livestock_id=order.livestock_id, buyer_id=order.buyer_id,
            seller_id=order.seller_id, price=order.money, fee=order.fee_money,
        ),
    )  # fmt: skip


async def complete(db: AsyncSession, *, order_id: UUID) -> None:
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


async def abandon(db: AsyncSession, *, order_id: UUID, state: str, reason: str) -> None:
    """The step that would have led out of `state` was refused."""
    order = await _due(db, order_id, "confirmed" if state == "pending" else "fulfilled")
    if order is not None:
        await _cancel(db, order, reason)


def decisive(reasons: Sequence[str]) -> str:
    """The reason that says most of what comes next: a final one if there is one, lateness only for want of others."""
    return min(reasons, key=lambda reason: (reason not in _FINAL, reason == "expired"))


async def cancel(db: AsyncSession, *, order_id: UUID, buyer_id: UUID) -> Order:
    """The buyer changes their mind, while the price is not held. Raises NotFound, OrderNotCancellable."""
    order = await db.get(Order, order_id, with_for_update=True)
    if order is None or order.buyer_id != buyer_id:
        raise NotFound
    if order.state != "pending":
        raise OrderNotCancellable(f"The order is {order.state}.", state=order.state)
    await _cancel(db, order, "buyer_cancelled")
    return order


async def enforce_deadlines(db: AsyncSession, *, limit: int = 100) -> None:
    """Ends orders whose price was not held in time; asks the farm to decide on animals it has not transferred.

    A farm that does not answer is asked again after twice the time, at last every ten minutes.
    """
    now = clock.now()
    overdue = await db.scalars(
        select(Order)
        .where(Order.state.in_(("pending", "confirmed")), Order.deadline < now)
        .order_by(Order.deadline)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    for order in overdue:
        if order.state == "pending":
            await _cancel(db, order, "payment_timeout" if order.unpaid else "hold_timeout")
        else:
            order.deadline = now + max(Settings().transfer_within, min(now - order.placed_at, _LONGEST_WAIT))
            emit(db, OrderTimedOut(order_id=order.id, livestock_id=order.livestock_id))


async def stuck(db: AsyncSession) -> int:
    """How many orders should have ended long ago. Their deadlines do not tell: asking the farm again moves them."""
    settings = Settings()
    late = clock.now() - settings.transfer_within - settings.capture_within - _STUCK_AFTER
    placed_before = case((Order.pay_with == "payment", late - settings.pay_within), else_=late - settings.hold_within)
    query = select(func.count()).where(Order.state.in_(_LIVE), Order.placed_at < placed_before)
    return await db.scalar(query) or 0


async def _due(db: AsyncSession, order_id: UUID, state: str) -> Order | None:
    """The order, locked, if its next step is `state`; None if that is past. Raises Retry if it is early."""
    order = await db.get(Order, order_id, with_for_update=True)
    if order is None:
        return None
    if state in ORDER_TRANSITIONS[order.state]:
        return order
    if order.is_before(state):
        raise Retry(f"order {order_id} is {order.state}, not yet ready to be {state}")
    return None


async def _cancel(db: AsyncSession, order: Order, reason: str) -> None:
    order.cancel(reason, now=clock.now())
    listing = await _listing(db, order)
    end = await listings.ended(db, listing) or reason
    if end in _FINAL:
        listings.withdraw(db, listing, reason=end)
    else:
        listing.become("active", now=clock.now())
    emit(
        db,
        OrderCancelled(
            order_id=order.id, listing_id=order.listing_id, livestock_id=order.livestock_id,
            buyer_id=order.buyer_id, price=order.money, reason=reason,
        ),
    )  # fmt: skip


async def _listing(db: AsyncSession, order: Order) -> Listing:
    return await db.get_one(Listing, order.listing_id, with_for_update=True)
