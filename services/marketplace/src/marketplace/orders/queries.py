"""Reads of orders."""

from typing import Literal
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.auth import Principal
from amigok_chassis.errors import NotFound
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.orders import deliveries
from marketplace.orders.models import Order
from marketplace.orders.schemas import OrderOut, Side

_SIDES = {"buyer": Order.buyer_id, "seller": Order.seller_id}


async def page(db: UnitOfWork, user_id: UUID, *, side: Literal["buyer", "seller"], paging: Paging) -> Page[OrderOut]:
    """Returns what somebody has bought or sold, newest first."""
    query = select(Order).where(_SIDES[side] == user_id)
    rows, cursor = await paginate(db, query, paging, key=(Order.placed_at, Order.id))
    return Page(items=[OrderOut.of(row, side=side) for row in rows], next_cursor=cursor)


async def one(db: UnitOfWork, *, order_id: UUID, reader: Principal) -> OrderOut:
    """Returns one order to its buyer, its seller and administrators. Raises NotFound for everyone else."""
    order, side = await visible(db, order_id, reader=reader)
    reads_delivery = side == "buyer" or (side == "seller" and order.confirmed_at is not None)
    return OrderOut.of(order, side=side, delivery=deliveries.opened(db, order) if reads_delivery else None)


async def visible(db: UnitOfWork, order_id: UUID, *, reader: Principal) -> tuple[Order, Side]:
    """Returns an order, and on which side of it the reader is. Raises NotFound for everyone else."""
    found = await db.get(Order, order_id)
    if found is None or (side := side_of(found, reader)) is None:
        raise NotFound
    return found, side


def side_of(order: Order, reader: Principal) -> Side | None:
    """Returns on which side of an order somebody is."""
    if reader.id == order.buyer_id:
        return "buyer"
    if reader.id == order.seller_id:
        return "seller"
    return "administrator" if reader.role == "admin" else None
