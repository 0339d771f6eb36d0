"""The read model of orders. Events may arrive in any order; the order is locked, and exists therefore."""

from typing import Literal
from uuid import UUID

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.marketplace import OrderPlaced
from payment.orders.models import HOLDS, Order


async def place(db: UnitOfWork, event: OrderPlaced) -> None:
    """Stores an order's details. Its end stays as it is, if that arrived first."""
    order = await db.get_one(Order, event.order_id)
    order.livestock_id, order.title = event.livestock_id, event.title
    order.buyer_id, order.seller_id = event.buyer_id, event.seller_id
    order.price, order.fee, order.currency = event.price.minor, event.fee.minor, event.price.currency
    order.pay_with = event.pay_with


async def end(
    db: UnitOfWork,
    order_id: UUID,
    state: Literal["completed", "cancelled", "refunded"],
    *,
    paid: Money | None = None,
    fee: Money | None = None,
    refund_to: str | None = None,
) -> None:
    """Stores how an order ended, what was paid in the end, or where the price goes back. The first end counts."""
    order = await db.get_one(Order, order_id)
    if order.state == "placed":
        order.state, order.refund_to = state, refund_to
        order.paid = None if paid is None else paid.minor
        order.paid_fee = None if fee is None else fee.minor


async def note_hold(db: UnitOfWork, order_id: UUID, hold: str, reason: str | None = None) -> None:
    """Stores the wallet's answer about an order's price, unless a later answer is known. See `HOLDS`."""
    order = await db.get_one(Order, order_id)
    if order.hold is None or HOLDS.index(order.hold) < HOLDS.index(hold):
        order.hold, order.hold_reason = hold, reason
