"""What ends offers without anybody answering them, and what becomes of accepted ones."""

from uuid import UUID

from sqlalchemy import or_, select

from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace_offers import OfferEnded, OfferPaymentFailed
from marketplace.offers import service
from marketplace.offers.locks import ACCEPTED, waiting_on
from marketplace.offers.machine import NEGOTIATED
from marketplace.offers.models import Offer
from marketplace.orders.models import Order

_OTHER_REASONS = ("listing_not_active", "account_inactive", "buyer_cancelled")
"""Why an order may be cancelled before its price is held that says nothing about the buyer's money."""


def end_on_listing(db: UnitOfWork, listing_id: UUID, reason: str, *, before: int | None = None) -> None:
    """Ends the offers, locked, on a listing that wait for an answer; with `before`, those on older versions of it."""
    for offer in waiting_on(db, listing_id):
        if before is None or offer.listing_version < before:
            _end(db, offer, reason)


async def end_all_of(db: UnitOfWork, user_id: UUID) -> None:
    """Ends the offers of a user, who may no longer act, on either side."""
    theirs = or_(Offer.buyer_id == user_id, Offer.seller_id == user_id)
    waiting = select(Offer).where(theirs, Offer.state.in_(NEGOTIATED)).order_by(Offer.id)
    for offer in await db.lock(waiting, key_share=True):
        _end(db, offer, "not_available")


async def complete(db: UnitOfWork, order_id: UUID) -> None:
    """The order of an accepted offer is completed."""
    offer = await ACCEPTED.get(db, order_id)
    if offer is not None:
        service.move(db, offer, "complete", None)


async def follow_cancelled(db: UnitOfWork, order_id: UUID, reason: str) -> None:
    """The order of an accepted offer has ended without a sale: its amount was not held, or something else."""
    offer = await ACCEPTED.get(db, order_id)
    if offer is None:
        return
    order = await db.get_one(Order, order_id)
    if order.confirmed_at is None and reason not in _OTHER_REASONS:
        service.move(db, offer, "fail", None)
        emit(db, OfferPaymentFailed(**service.told(offer, "buyer", "seller")))
    else:
        _end(db, offer, "order_cancelled")


def _end(db: UnitOfWork, offer: Offer, reason: str) -> None:
    offer.reason = reason
    service.move(db, offer, "end", None)
    emit(db, OfferEnded(**service.told(offer, "buyer", "seller"), reason=reason))
