"""Locks on offers."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from amigok_chassis.needs import Ahead, Lock
from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.locking import Rank
from marketplace.offers.machine import NEGOTIATED
from marketplace.offers.models import Offer

_NEGOTIATED = Offer.state.in_(NEGOTIATED)


async def _lock(db: UnitOfWork, which: ColumnElement[bool]) -> list[Offer]:
    return await db.lock(select(Offer).where(which).order_by(Offer.id), key_share=True)


async def _of_listings(db: UnitOfWork, listings: Collection[UUID]) -> None:
    await _lock(db, among(Offer.listing_id, listings) & _NEGOTIATED)


async def _of_orders(db: UnitOfWork, orders: Collection[UUID]) -> None:
    await _lock(db, among(Offer.order_id, orders))


async def _of_people(db: UnitOfWork, people: Collection[UUID]) -> None:
    await _lock(db, or_(among(Offer.buyer_id, people), among(Offer.seller_id, people)) & _NEGOTIATED)


OF_LISTINGS = Lock(Rank.OFFERS, _of_listings)
"""Keys: ids of the listings whose offers wait for an answer."""

OF_ORDERS = Lock(Rank.OFFERS, _of_orders)
"""Keys: ids of the orders that the offers led to."""

OF_PEOPLE = Lock(Rank.OFFERS, _of_people)
"""Keys: ids of users on either side of offers that wait for an answer."""


def waiting_on(db: UnitOfWork, listing_id: UUID) -> list[Offer]:
    """The offers that wait for an answer on a listing whose offers this transaction has locked."""
    return [offer for offer in db.held(Offer) if offer.listing_id == listing_id and offer.state in NEGOTIATED]


async def _accepted(db: UnitOfWork, orders: Collection[UUID]) -> dict[UUID, Offer]:
    locked = await _lock(db, among(Offer.order_id, orders) & (Offer.state == "accepted"))
    return {offer.order_id: offer for offer in locked if offer.order_id is not None}


ACCEPTED = Ahead(_accepted)
"""The offer that led to each order, locked, while the order goes on."""
