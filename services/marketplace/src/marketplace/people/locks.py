"""Locks on what users who may no longer act buy and sell. Keys: ids of users."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select

from amigok_chassis.needs import Lock
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.listings import locks as listings
from marketplace.listings.machine import LISTINGS
from marketplace.listings.models import Listing
from marketplace.locking import Rank
from marketplace.orders.models import Order


async def _orders(db: UnitOfWork, users: Collection[UUID]) -> None:
    await db.execute(select(Order.id).where(_pending(users)).order_by(Order.id).with_for_update())


async def _listings(db: UnitOfWork, users: Collection[UUID]) -> None:
    ordered = select(Order.listing_id).where(_pending(users))
    offered = select(Listing.id).where(Listing.seller_id.in_(users), Listing.state.in_(LISTINGS.open))
    await listings.lock(db, ordered.union(offered))


def _pending(users: Collection[UUID]) -> ColumnElement[bool]:
    return and_(or_(Order.buyer_id.in_(users), Order.seller_id.in_(users)), Order.state == "pending")


PENDING_ORDERS = Lock(Rank.ORDERS, _orders)
"""Their pending orders, on either side."""

LISTINGS_AT_STAKE = Lock(Rank.LISTINGS, _listings)
"""The listings of those orders, and the live listings that they sell under."""
