"""What both sides do with an offer. Whoever acts names the version that they have read.

Locks are taken in one order: the buyer's, then the listing, then its offers.
"""

from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis import clock, standing
from amigok_chassis.outbox import emit
from amigok_chassis.proposals.errors import OwnBehalf
from amigok_chassis.rows import refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace_offers import OfferDeclined, OfferWithdrawn
from marketplace.listings.models import Listing
from marketplace.offers import auditing
from marketplace.offers.errors import NotYourTurn, OfferClosed, OfferNotFound
from marketplace.offers.machine import NEGOTIATED
from marketplace.offers.models import Offer, OfferMove, Side
from marketplace.settings import Settings

_STUCK_AFTER = timedelta(minutes=1)


class Actor(NamedTuple):
    """Who acts: for themselves, or as an administrator for the platform."""

    id: UUID
    for_platform: bool = False


class Seen(NamedTuple):
    """The offer that somebody has read, and in which version."""

    offer_id: UUID
    version: int


async def decline(db: UnitOfWork, seen: Seen, actor: Actor) -> tuple[Offer, Side]:
    """Ends an offer instead of answering it. Raises what `held` raises."""
    offer, side = await held(db, seen, actor)
    move(db, offer, "decline", side)
    emit(db, OfferDeclined(**told(offer, other(side))))
    auditing.record(db, offer, actor.for_platform)
    return offer, side


async def withdraw(db: UnitOfWork, seen: Seen, actor: Actor) -> tuple[Offer, Side]:
    """Takes back what one has named last. Raises what `held` raises."""
    offer, side = await held(db, seen, actor, answers=False)
    move(db, offer, "withdraw", side)
    emit(db, OfferWithdrawn(**told(offer, other(side))))
    auditing.record(db, offer, actor.for_platform)
    return offer, side


async def party(db: UnitOfWork, offer_id: UUID, actor: Actor) -> tuple[Offer, Side]:
    """Returns an offer and the side of who acts; its row is not locked. Raises OfferNotFound, OwnBehalf."""
    offer = await db.get(Offer, offer_id)
    if offer is None:
        raise OfferNotFound
    return offer, _side(offer, actor)


async def held(db: UnitOfWork, seen: Seen, actor: Actor, *, answers: bool = True) -> tuple[Offer, Side]:
    """Returns an offer, locked, if it is the turn of who acts; without `answers`, if it is the other's.

    Raises AccountInactive, OfferNotFound, OwnBehalf, OfferClosed, VersionConflict, NotYourTurn.
    """
    if not actor.for_platform:
        await standing.require_active(db, actor.id)
    await party(db, seen.offer_id, actor)
    offer = await db.get_one(Offer, seen.offer_id, with_for_update={"key_share": True}, populate_existing=True)
    if offer.turn is None or offer.expires_at <= clock.now():
        raise OfferClosed
    refuse_other_version(seen.version, offer.version)
    side = _side(offer, actor)
    if (offer.turn == side) != answers:
        raise NotYourTurn
    return offer, side


def move(db: UnitOfWork, offer: Offer, action: str, side: Side | None) -> None:
    """Takes a step and remembers it. Raises WrongState."""
    now = clock.now()
    offer.version += 1
    offer.become(action, now=now)
    remember(db, offer, action, side, now=now)


def remember(db: UnitOfWork, offer: Offer, action: str, side: Side | None, *, now: datetime) -> None:
    """Adds a move to those of an offer."""
    row = OfferMove(
        offer_id=offer.id, version=offer.version, action=action, side=side, amount=offer.amount, moved_at=now
    )
    db.add(row)


def told(offer: Offer, *sides: Side) -> dict[str, Any]:
    """What every event says of an offer, for these sides."""
    return {
        "offer_id": offer.id,
        "listing_id": offer.listing_id,
        "livestock_id": offer.livestock_id,
        "offer_version": offer.version,
        "amount": offer.money,
        "title": offer.title,
        "recipient_ids": offer.recipients(*sides),
    }


def other(side: Side) -> Side:
    return "seller" if side == "buyer" else "buyer"


def answered_by(db: UnitOfWork, listing: Listing) -> datetime:
    """Until when an amount that is named now waits for an answer: not longer than the listing lasts."""
    until = clock.now() + db.settings(Settings).answer_within
    return until if listing.expires_at is None else min(until, listing.expires_at)


async def stuck(db: UnitOfWork) -> int:
    """Counts offers that should have ended a while ago: their time is over, or their listing has ended."""
    late = clock.now() - _STUCK_AFTER
    over = (Offer.expires_at < late) | (Listing.ended_at < late)
    waiting = select(func.count()).select_from(Offer).join(Listing, Listing.id == Offer.listing_id)
    return await db.scalar(waiting.where(Offer.state.in_(NEGOTIATED), over)) or 0


def _side(offer: Offer, actor: Actor) -> Side:
    """Raises OfferNotFound, OwnBehalf."""
    if actor.for_platform:
        return _for_platform(offer, actor.id)
    if actor.id not in (offer.buyer_id, offer.seller_id):
        raise OfferNotFound
    return "buyer" if actor.id == offer.buyer_id else "seller"


def _for_platform(offer: Offer, administrator: UUID) -> Side:
    if offer.seller_id is not None:
        raise OfferNotFound
    if offer.buyer_id == administrator:
        raise OwnBehalf
    return "seller"
