"""Locks on complaints, and on the orders that they may be about."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.needs import Lock
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.complaints.models import Complaint
from marketplace.complaints.service import LIVE
from marketplace.locking import Rank
from marketplace.orders.models import Order


async def _complaints(db: UnitOfWork, orders: Collection[UUID]) -> None:
    theirs = select(Complaint.id).where(among(Complaint.order_id, orders), LIVE)
    await db.execute(theirs.order_by(Complaint.id).with_for_update())


async def _escrowed(db: UnitOfWork, animals: Collection[UUID]) -> None:
    theirs = select(Order.id).where(among(Order.livestock_id, animals), Order.state.in_(("confirmed", "escrowed")))
    await db.execute(theirs.order_by(Order.id).with_for_update())


COMPLAINTS_OF_ORDERS = Lock(Rank.COMPLAINTS, _complaints)
"""Keys: ids of the orders that the open complaints are about."""

ESCROWED_ORDERS = Lock(Rank.ORDERS, _escrowed)
"""Keys: ids of animals. Their orders that are in escrow, or about to be."""
