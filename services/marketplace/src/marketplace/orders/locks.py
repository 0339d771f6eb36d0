"""Locks on orders and the listings that they are of."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.needs import Lock
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.listings import locks as listings
from marketplace.locking import Rank
from marketplace.orders.models import Order


async def _orders(db: UnitOfWork, ids: Collection[UUID]) -> None:
    await db.lock(select(Order).where(among(Order.id, ids)).order_by(Order.id))


async def _listings(db: UnitOfWork, orders: Collection[UUID]) -> None:
    await listings.lock(db, select(Order.listing_id).where(among(Order.id, orders)))


ORDERS = Lock(Rank.ORDERS, _orders)
"""Keys: ids of orders."""

ORDERED_LISTINGS = Lock(Rank.LISTINGS, _listings)
"""Keys: ids of the orders that the listings are of."""
