"""The read model of orders: fed by the marketplace's events, in whatever order they come."""

from typing import Literal
from uuid import UUID

from sqlalchemy import case
from sqlalchemy.dialects.postgresql import Insert, insert
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_contracts.marketplace import OrderPlaced
from payment.models import Order


async def placed(db: AsyncSession, event: OrderPlaced) -> Order:
    """Keeps what an order is about; how it ended stays, if that was heard first. Returns it, locked."""
    about = {
        "livestock_id": event.livestock_id, "buyer_id": event.buyer_id, "seller_id": event.seller_id,
        "price": event.price.minor, "fee": event.fee.minor, "currency": event.price.currency,
        "pay_with": event.pay_with, "title": event.title,
    }  # fmt: skip
    row = insert(Order).values(id=event.order_id, state="placed", **about)
    return await _upserted(db, row.on_conflict_do_update(index_elements=[Order.id], set_=about))


async def ended(db: AsyncSession, order_id: UUID, state: Literal["completed", "cancelled"]) -> Order:
    """Keeps how an order ended, once. Returns it, locked; it may not be `known` yet."""
    row = insert(Order).values(id=order_id, state=state)
    first = case((Order.state == "placed", row.excluded.state), else_=Order.state)
    return await _upserted(db, row.on_conflict_do_update(index_elements=[Order.id], set_={"state": first}))


async def _upserted(db: AsyncSession, upserted: Insert) -> Order:
    return (await db.scalars(upserted.returning(Order), execution_options={"populate_existing": True})).one()
