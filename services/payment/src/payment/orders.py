"""The read model of orders: fed by the marketplace's events, in whatever order they come."""

from collections.abc import Mapping
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import case
from sqlalchemy.dialects.postgresql import Insert, insert

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace import OrderPlaced
from payment.models import Order


async def placed(db: UnitOfWork, event: OrderPlaced) -> Order:
    """Keeps what an order is about, and returns it, locked; how it ended stays, if that was heard first."""
    about = {
        "livestock_id": event.livestock_id,
        "buyer_id": event.buyer_id,
        "seller_id": event.seller_id,
        "price": event.price.minor,
        "fee": event.fee.minor,
        "currency": event.price.currency,
        "pay_with": event.pay_with,
        "title": event.title,
    }
    row = insert(Order).values(id=event.order_id, state="placed", **about)
    return await _upserted(db, row, about)


async def ended(db: UnitOfWork, order_id: UUID, state: Literal["completed", "cancelled"]) -> Order:
    """Keeps how an order ended, once. Returns it, locked; it may not be `known` yet."""
    row = insert(Order).values(id=order_id, state=state)
    first = case((Order.state == "placed", row.excluded.state), else_=Order.state)
    return await _upserted(db, row, {"state": first})


HOLDS = ("placed", "refused", "released", "captured")
"""What the wallet may say of an order's price; the later in this row, the more it counts."""


async def held(db: UnitOfWork, order_id: UUID, hold: str, reason: str | None = None) -> Order:
    """Keeps what the wallet said of the price of an order. Returns the order, locked; it may not be `known` yet."""
    row = insert(Order).values(id=order_id, state="placed", hold=hold, hold_reason=reason)
    counts = case({said: rank for rank, said in enumerate(HOLDS)}, value=Order.hold, else_=-1) < HOLDS.index(hold)
    why = case((counts, reason), else_=Order.hold_reason)
    return await _upserted(db, row, {"hold": case((counts, hold), else_=Order.hold), "hold_reason": why})


async def _upserted(db: UnitOfWork, row: Insert, changes: Mapping[str, Any]) -> Order:
    upserted = row.on_conflict_do_update(index_elements=[Order.id], set_=changes).returning(Order)
    return (await db.scalars(upserted, execution_options={"populate_existing": True})).one()
