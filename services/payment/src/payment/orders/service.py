"""The read model of orders. Events may arrive in any order."""

from collections.abc import Mapping
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import case
from sqlalchemy.dialects.postgresql import Insert, insert

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.marketplace import OrderPlaced
from payment.orders.models import HOLDS, Order


async def place(db: UnitOfWork, event: OrderPlaced) -> None:
    """Stores an order's details. Its end stays as it is, if that arrived first."""
    details = {
        "livestock_id": event.livestock_id,
        "buyer_id": event.buyer_id,
        "seller_id": event.seller_id,
        "price": event.price.minor,
        "fee": event.fee.minor,
        "currency": event.price.currency,
        "pay_with": event.pay_with,
        "title": event.title,
    }
    await _upsert(db, insert(Order).values(id=event.order_id, state="placed", **details), details)


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
    told = {"paid": paid and paid.minor, "paid_fee": fee and fee.minor, "refund_to": refund_to}
    row = insert(Order).values(id=order_id, state=state, **told)
    is_first = Order.state == "placed"
    changes = {name: case((is_first, row.excluded[name]), else_=Order.__table__.c[name]) for name in told}
    await _upsert(db, row, {"state": case((is_first, row.excluded.state), else_=Order.state), **changes})


async def note_hold(db: UnitOfWork, order_id: UUID, hold: str, reason: str | None = None) -> None:
    """Stores the wallet's answer about an order's price, unless a later answer is known. See `HOLDS`."""
    row = insert(Order).values(id=order_id, state="placed", hold=hold, hold_reason=reason)
    ranks = {answer: rank for rank, answer in enumerate(HOLDS)}
    is_later = case(ranks, value=Order.hold, else_=-1) < ranks[hold]
    changes = {
        "hold": case((is_later, hold), else_=Order.hold),
        "hold_reason": case((is_later, reason), else_=Order.hold_reason),
    }
    await _upsert(db, row, changes)


async def _upsert(db: UnitOfWork, row: Insert, changes: Mapping[str, Any]) -> None:
    """Writes a row; an `Order` that this unit of work has loaded shows the new values."""
    upserted = row.on_conflict_do_update(index_elements=[Order.id], set_=changes).returning(Order)
    (await db.scalars(upserted, execution_options={"populate_existing": True})).one()
