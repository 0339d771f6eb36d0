"""What ends offers without anybody answering them, and what becomes of accepted ones."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace_offers import OfferEnded, OfferPaymentFailed
from marketplace.offers import service
from marketplace.offers.machine import NEGOTIATED
from marketplace.offers.models import Offer
from marketplace.orders.models import Order

_OTHER_REASONS = ("listing_not_active", "account_inactive", "buyer_cancelled")
"""Why an order may be cancelled before its price is held that says nothing about the buyer's money."""


async def end_on_listing(db: UnitOfWork, listing_id: UUID, reason: str, *, before: int | None = None) -> None:
    """Ends the offers on a listing that wait for an answer; with `before`, those on older versions of it."""
    older = [] if before is None else [Offer.listing_version < before]
    for offer in await _waiting(db, Offer.listing_id == listing_id, *older):
        _end(db, offer, reason)


async def end_all_of(db: UnitOfWork, user_id: UUID) -> None:
    """Ends the offers of a user, who may no longer act, on either side."""
    for offer in await _waiting(db, or_(Offer.buyer_id == user_id, Offer.seller_id == user_id)):
        _end(db, offer, "not_available")


async def complete(db: UnitOfWork, order_id: UUID) -> None:
    """The order of an accepted offer is completed."""
    offer = await _accepted(db, order_id)
    if offer is not None:
        service.move(db, offer, "complete", None)


async def follow_cancelled(db: UnitOfWork, order_id: UUID, reason: str) -> None:
    """The order of an accepted offer has ended without a sale: its amount was not held, or something else."""
    offer = await _accepted(db, order_id)
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


async def _waiting(db: UnitOfWork, *which: ColumnElement[bool]) -> Sequence[Offer]:
    waiting = select(Offer).where(*which, Offer.state.in_(NEGOTIATED)).order_by(Offer.id)
    locked = waiting.with_for_update(key_share=True).execution_options(populate_existing=True)
    return (await db.scalars(locked)).all()


async def _accepted(db: UnitOfWork, order_id: UUID) -> Offer | None:
    accepted = select(Offer).where(Offer.order_id == order_id, Offer.state == "accepted")
    return await db.scalar(accepted.with_for_update(key_share=True).execution_options(populate_existing=True))
