"""Locks on offers."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from amigok_chassis.needs import Lock
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.locking import Rank
from marketplace.offers.machine import NEGOTIATED
from marketplace.offers.models import Offer

_NEGOTIATED = Offer.state.in_(NEGOTIATED)


async def _lock(db: UnitOfWork, which: ColumnElement[bool]) -> None:
    await db.execute(select(Offer.id).where(which).order_by(Offer.id).with_for_update(key_share=True))


async def _of_listings(db: UnitOfWork, listings: Collection[UUID]) -> None:
    await _lock(db, Offer.listing_id.in_(listings) & _NEGOTIATED)


async def _of_orders(db: UnitOfWork, orders: Collection[UUID]) -> None:
    await _lock(db, Offer.order_id.in_(orders))


async def _of_people(db: UnitOfWork, people: Collection[UUID]) -> None:
    await _lock(db, or_(Offer.buyer_id.in_(people), Offer.seller_id.in_(people)) & _NEGOTIATED)


OF_LISTINGS = Lock(Rank.OFFERS, _of_listings)
"""Keys: ids of the listings whose offers wait for an answer."""

OF_ORDERS = Lock(Rank.OFFERS, _of_orders)
"""Keys: ids of the orders that the offers led to."""

OF_PEOPLE = Lock(Rank.OFFERS, _of_people)
"""Keys: ids of users on either side of offers that wait for an answer."""
