"""Accepting an offer: an order at its amount follows, and all other offers on the listing are declined."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock, standing
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.assurance import Assurance
from amigok_contracts.marketplace_offers import OfferAccepted, OfferDeclined
from marketplace.animals import values
from marketplace.listings.errors import SecondPersonNeeded
from marketplace.listings.models import Listing
from marketplace.offers import auditing, service
from marketplace.offers.bargaining import open_listing, require_same
from marketplace.offers.errors import OfferClosed
from marketplace.offers.machine import NEGOTIATED
from marketplace.offers.models import Offer, Side
from marketplace.offers.service import Actor, Seen
from marketplace.orders import attempts, placing


async def accept(db: UnitOfWork, seen: Seen, actor: Actor, *, assurance: Assurance) -> tuple[Offer, Side]:
    """Accepts the amount that the other side has named: it is held from the buyer's wallet now.

    Raises what `service.held` raises, ListingNotActive, ListingChanged, NotForSale, SecondPersonNeeded.
    """
    offer, _ = await service.party(db, seen.offer_id, actor)
    await attempts.lock(db, offer.buyer_id)
    listing = await open_listing(db, seen.offer_id, actor)
    offer, side = await service.held(db, seen, actor)
    require_same(offer, listing)
    await _require_sides(db, offer)
    if actor.for_platform and await values.is_low(db, offer.livestock_id, offer.money):
        raise SecondPersonNeeded
    if side == "buyer":
        offer.assurance, offer.agreed_at = assurance.model_dump(mode="json"), clock.now()
    offer.order_id = await _order(db, offer, listing)
    service.move(db, offer, "accept", side)
    emit(db, OfferAccepted(**service.told(offer, "buyer", "seller"), order_id=offer.order_id))
    auditing.record(db, offer, actor.for_platform)
    await _decline_rest(db, offer)
    return offer, side


async def _require_sides(db: UnitOfWork, offer: Offer) -> None:
    """Raises OfferClosed while one side may not act."""
    standings = await standing.of_many(db, offer.recipients("buyer", "seller"))
    if not all(each.is_active for each in standings.values()):
        raise OfferClosed


async def _order(db: UnitOfWork, offer: Offer, listing: Listing) -> UUID:
    order = await placing.agreed(
        db,
        listing,
        offer_id=offer.id,
        price=offer.money,
        buyer_id=offer.buyer_id,
        assurance=Assurance.model_validate(offer.assurance),
        agreed_at=offer.agreed_at,
    )
    return order.id


async def _decline_rest(db: UnitOfWork, accepted: Offer) -> None:
    rest = select(Offer).where(Offer.listing_id == accepted.listing_id, Offer.id != accepted.id)
    locked = rest.where(Offer.state.in_(NEGOTIATED)).order_by(Offer.id).with_for_update(key_share=True)
    for offer in await db.scalars(locked.execution_options(populate_existing=True)):
        service.move(db, offer, "decline", "seller")
        emit(db, OfferDeclined(**service.told(offer, "buyer")))
