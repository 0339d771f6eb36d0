"""Naming amounts: making an offer, and countering one."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis import clock, standing
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.rows import refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.assurance import Assurance
from amigok_contracts.marketplace_offers import OfferCountered, OfferMade
from marketplace.animals import service as animals
from marketplace.animals import values
from marketplace.listings import service as listings
from marketplace.listings.errors import NotListed
from marketplace.listings.models import Listing
from marketplace.offers import auditing, rules, service
from marketplace.offers.errors import (
    ListingBusy,
    NotNegotiable,
    OfferOutOfRange,
    OfferPending,
    TooManyOffers,
    TooManyRounds,
)
from marketplace.offers.machine import NEGOTIATED, OFFERS
from marketplace.offers.models import Offer, Side
from marketplace.offers.schemas import NewOfferIn
from marketplace.offers.service import Actor, Seen
from marketplace.orders import attempts
from marketplace.orders.errors import ListingChanged, OwnListing
from marketplace.settings import Settings

_DAY = timedelta(days=1)


async def make(db: UnitOfWork, wanted: NewOfferIn, *, listing_id: UUID, buyer_id: UUID, assurance: Assurance) -> Offer:
    """Offers less than a listing asks, in the version that the buyer has read.

    Raises AccountInactive, NotListed, OwnListing, ListingNotActive, VersionConflict, NotNegotiable, NotForSale,
    OfferOutOfRange, OrderPending, TooManyAttempts, OfferPending, TooManyOffers, ListingBusy.
    """
    await standing.require_active(db, buyer_id)
    livestock_id = await _livestock(db, listing_id)
    await attempts.admit(db, buyer_id=buyer_id, livestock_id=livestock_id, pay_with="wallet")
    listing = await _admit(db, wanted, listing_id, livestock_id, buyer_id=buyer_id)
    _require_amount(wanted.amount, rules.first(listing.price, await _lowest(db, listing)), listing.currency)
    await _require_pace(db, listing.id, buyer_id)
    offer = _made(db, listing, wanted.amount, buyer_id=buyer_id, assurance=assurance)
    service.remember(db, offer, "make", "buyer", now=offer.made_at)
    emit(db, OfferMade(**service.told(offer, "seller"), expires_at=offer.expires_at))
    return offer


async def counter(
    db: UnitOfWork, seen: Seen, amount: Money, actor: Actor, *, assurance: Assurance
) -> tuple[Offer, Side]:
    """Names another amount instead of accepting one.

    Raises what `service.held` raises, ListingNotActive, ListingChanged, TooManyRounds, OfferOutOfRange.
    """
    listing = await open_listing(db, seen.offer_id, actor)
    offer, side = await service.held(db, seen, actor)
    require_same(offer, listing)
    if offer.version >= db.settings(Settings).offer_rounds:
        raise TooManyRounds
    _require_amount(amount, await _range(db, offer, listing, side), listing.currency)
    offer.amount, offer.expires_at = amount.minor, service.answered_by(db, listing)
    if side == "buyer":
        offer.assurance, offer.agreed_at = assurance.model_dump(mode="json"), clock.now()
    service.move(db, offer, "counter" if side == "seller" else "counter_back", side)
    emit(db, OfferCountered(**service.told(offer, service.other(side)), side=side, expires_at=offer.expires_at))
    auditing.record(db, offer, actor.for_platform)
    return offer, side


async def open_listing(db: UnitOfWork, offer_id: UUID, actor: Actor) -> Listing:
    """Returns the listing of an offer of one's own, locked. Raises OfferNotFound, OwnBehalf."""
    offer, _ = await service.party(db, offer_id, actor)
    return await db.get_one(Listing, offer.listing_id, with_for_update={"key_share": True})


def require_same(offer: Offer, listing: Listing) -> None:
    """Raises ListingNotActive, and ListingChanged if it asks for another price than when the offer was made."""
    listing.require("live")
    if listing.price != offer.asked:
        raise ListingChanged


async def _livestock(db: UnitOfWork, listing_id: UUID) -> UUID:
    """Raises NotListed."""
    livestock_id = await db.scalar(select(Listing.livestock_id).where(Listing.id == listing_id))
    if livestock_id is None:
        raise NotListed
    return livestock_id


async def _admit(
    db: UnitOfWork, wanted: NewOfferIn, listing_id: UUID, livestock_id: UUID, *, buyer_id: UUID
) -> Listing:
    """Returns the listing, locked, if this buyer may make offers on it now."""
    listing = await listings.live(db, livestock_id, locked=True)
    if listing.id != listing_id:
        raise NotListed
    if listing.seller_id == buyer_id:
        raise OwnListing
    listing.require("live")
    refuse_other_version(wanted.listing_version, listing.version)
    if not listing.negotiable:
        raise NotNegotiable
    await animals.require_sellable(db, listing.livestock_id)
    return listing


async def _require_pace(db: UnitOfWork, listing_id: UUID, buyer_id: UUID) -> None:
    """Raises OfferPending, TooManyOffers, ListingBusy. The locks of buyer and listing make what is counted exact."""
    settings, since = db.settings(Settings), clock.now() - _DAY
    waits, here = Offer.state.in_(NEGOTIATED), Offer.listing_id == listing_id
    lately = select(
        func.count().filter(waits, here),
        func.count().filter(waits),
        func.count().filter(Offer.made_at > since),
        func.count().filter(Offer.made_at > since, here),
    ).where(Offer.buyer_id == buyer_id, waits | (Offer.made_at > since))
    pending, waiting, today, today_here = (await db.execute(lately)).one()
    if pending:
        raise OfferPending
    limits = (settings.waiting_offers, settings.daily_offers, settings.daily_offers_on_listing)
    if any(count >= most for count, most in zip((waiting, today, today_here), limits, strict=True)):
        raise TooManyOffers(retry_after=int(_DAY.total_seconds()))
    on_listing = await db.scalar(select(func.count()).where(waits, here))
    if (on_listing or 0) >= settings.offers_on_listing:
        raise ListingBusy


async def _lowest(db: UnitOfWork, listing: Listing) -> int:
    """The lowest amount; for the platform's animals as low as one administrator alone may go."""
    settings = db.settings(Settings)
    lowest = rules.floor(listing.price, percent=settings.lowest_offer_percent)
    if listing.seller_id is not None:
        return lowest
    value = await values.of(db, listing.livestock_id)
    if value is None or value.currency != listing.currency:
        return listing.price
    return max(lowest, rules.floor(value.minor, percent=settings.lowest_price_percent))


async def _range(db: UnitOfWork, offer: Offer, listing: Listing, side: Side) -> rules.Range:
    if side == "seller":
        return rules.of_seller(offer.asked, offer.amount)
    return rules.of_buyer(await _lowest(db, listing), offer.amount)


def _require_amount(amount: Money, possible: rules.Range, currency: str) -> None:
    """Raises OfferOutOfRange."""
    if amount.currency != currency or amount.minor not in possible:
        lowest, highest = (Money.of_minor(minor, currency) for minor in possible)
        raise OfferOutOfRange(lowest=lowest, highest=highest)


def _made(db: UnitOfWork, listing: Listing, amount: Money, *, buyer_id: UUID, assurance: Assurance) -> Offer:
    now: datetime = clock.now()
    offer = Offer(
        id=new_id(),
        listing_id=listing.id,
        livestock_id=listing.livestock_id,
        buyer_id=buyer_id,
        seller_id=listing.seller_id,
        title=listing.title,
        asked=listing.price,
        listing_version=listing.version,
        amount=amount.minor,
        currency=listing.currency,
        version=1,
        state=OFFERS.follow("make", None),
        assurance=assurance.model_dump(mode="json"),
        agreed_at=now,
        made_at=now,
        expires_at=service.answered_by(db, listing),
    )
    db.add(offer)
    return offer
