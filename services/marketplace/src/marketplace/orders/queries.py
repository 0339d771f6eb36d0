"""Reads of orders."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.auth import Principal
from amigok_chassis.errors import NotFound
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.orders.models import Order
from marketplace.orders.schemas import OrderOut


async def page(db: UnitOfWork, *, buyer_id: UUID | None, paging: Paging) -> Page[OrderOut]:
    """Returns a buyer's orders, newest first; without a buyer all orders, for administrators."""
    query = select(Order)
    if buyer_id is not None:
        query = query.where(Order.buyer_id == buyer_id)
    rows, cursor = await paginate(db, query, paging, key=(Order.placed_at, Order.id))
    side: Any = "administrator" if buyer_id is None else "buyer"
    return Page(items=[OrderOut.of(row, side=side) for row in rows], next_cursor=cursor)


async def one(db: UnitOfWork, *, order_id: UUID, reader: Principal) -> OrderOut:
    """Returns one order to its buyer, its seller and administrators. Raises NotFound for everyone else."""
    found = await db.get(Order, order_id)
    if found is not None and found.buyer_id == reader.id:
        return OrderOut.of(found)
    if found is not None and found.seller_id == reader.id:
        return OrderOut.of(found, side="seller")
    if found is not None and reader.role == "admin":
        return OrderOut.of(found, side="administrator")
    raise NotFound
