"""Escrow: the animal is the buyer's, and the price waits until they confirm, or until the time is over.

A complaint stops the time. Whatever ends the escrow asks for the money in the same transaction: it goes to the seller,
in full or in part, or, once the farm has given the animal back, to the buyer.
"""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.errors import NotFound
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.marketplace import OrderFulfilled
from amigok_contracts.marketplace_escrow import OrderEscrowed, OrderEscrowEnded, OrderUndone
from amigok_contracts.money_requests import Share
from marketplace.fees import rules
from marketplace.listings import service as listings
from marketplace.listings.models import Listing
from marketplace.orders.errors import NotInEscrow
from marketplace.orders.models import Actor, Order
from marketplace.settings import Settings

RefundTo = Literal["provider", "wallet"]

_TOLD: dict[Actor, str] = {"buyer": "buyer", "administrator": "admin", "platform": "deadline"}


async def begin(db: UnitOfWork, order: Order) -> None:
    """The animal is the buyer's now: keeps the price, or has it captured at once where there is no escrow."""
    now = clock.now()
    order.transferred_at = now
    escrow = db.settings(Settings).escrow
    if order.seller_id is None or not escrow:
        _capture(db, order, order.price, action="fulfil", by="platform")
        return
    order.escrow_until = now + escrow
    order.advance("escrow", now=now, deadline=order.escrow_until)
    emit(
        db,
        OrderEscrowed(
            order_id=order.id,
            livestock_id=order.livestock_id,
            source_id=order.id,
            owner_id=order.buyer_id,
            buyer_id=order.buyer_id,
            seller_id=order.seller_id,
            price=order.money,
            until=order.escrow_until,
        ),
    )


async def receive(db: UnitOfWork, *, order_id: UUID, buyer_id: UUID) -> Order:
    """The buyer confirms that they have what they bought: the seller is paid. Raises NotFound, NotInEscrow."""
    order = await db.get(Order, order_id, with_for_update=True)
    if order is None or order.buyer_id != buyer_id:
        raise NotFound
    _require_escrowed(order)
    release(db, order, action="receive", by="buyer")
    return order


def expire(db: UnitOfWork, order: Order) -> None:
    """Nobody has complained in time: the seller is paid."""
    release(db, order, action="receive", by="platform")


def contest(order: Order, *, by: Actor, decide_by: datetime) -> None:
    """Stops the time of an order in escrow. Raises NotInEscrow."""
    _require_escrowed(order)
    order.advance("contest", now=clock.now(), deadline=decide_by, by=by)


def resume(order: Order, *, by: Actor) -> None:
    """Goes on as if nobody had complained; if the time is over, the escrow ends at once."""
    order.advance("resume", now=clock.now(), deadline=order.escrow_until, by=by)


def release(db: UnitOfWork, order: Order, *, action: str, by: Actor, part: int | None = None) -> None:
    """Ends the escrow: the seller is paid the price, or a part of it (minor units, the fee included)."""
    _capture(db, order, part or order.price, action=action, by=by)
    _tell(db, order, by=by, outcome="released" if order.paid == order.price else "parted")


async def undo(db: UnitOfWork, order: Order, *, refund_to: RefundTo) -> None:
    """The seller has the animal again: ends the escrow and gives the price back to the buyer."""
    assert order.seller_id is not None
    now = clock.now()
    order.advance("undo", now=now)
    listings.settle(await db.get_one(Listing, order.listing_id, with_for_update={"key_share": True}), now=now)
    _tell(db, order, by="administrator", outcome="refunded")
    emit(
        db,
        OrderUndone(
            reference_id=order.id,
            payer_id=order.buyer_id,
            reason="refunded",
            livestock_id=order.livestock_id,
            seller_id=order.seller_id,
            price=order.money,
            refund_to=refund_to,
        ),
    )


async def held_for(db: UnitOfWork, livestock_id: UUID, *, buyer_id: UUID) -> Order | None:
    """Returns a buyer's order in escrow of an animal, locked."""
    query = select(Order).where(
        Order.livestock_id == livestock_id, Order.buyer_id == buyer_id, Order.state == "escrowed"
    )
    return await db.scalar(query.with_for_update().execution_options(populate_existing=True))


def _require_escrowed(order: Order) -> None:
    """Raises NotInEscrow."""
    if order.state != "escrowed":
        raise NotInEscrow(f"The order is {order.state}.", state=order.state)


def _capture(db: UnitOfWork, order: Order, paid: int, *, action: str, by: Actor) -> None:
    """Asks the wallet for what the seller (or the platform, if it sells) gets, and for the fee in proportion."""
    now = clock.now()
    order.paid, order.paid_fee = paid, rules.of_part(order.fee, part=paid, price=order.price)
    order.advance(action, now=now, deadline=now + db.settings(Settings).capture_within, by=by)
    shares = (
        Share(amount=Money.of_minor(paid - order.paid_fee, order.currency), payee_id=order.seller_id),
        Share(amount=Money.of_minor(order.paid_fee, order.currency), fee="sale"),
    )
    emit(
        db,
        OrderFulfilled(reference_id=order.id, payer_id=order.buyer_id, shares=shares, livestock_id=order.livestock_id),
    )


def _tell(db: UnitOfWork, order: Order, *, by: Actor, outcome: str) -> None:
    assert order.seller_id is not None
    emit(
        db,
        OrderEscrowEnded(
            order_id=order.id,
            livestock_id=order.livestock_id,
            source_id=order.id,
            buyer_id=order.buyer_id,
            seller_id=order.seller_id,
            by=_TOLD[by],
            outcome=outcome,
        ),
    )
