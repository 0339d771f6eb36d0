"""Offers over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import Administrator, CurrentUser, RecentAdministrator, RecentUser, assurance
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import InvalidCursor, Page
from amigok_chassis.problems import problems
from amigok_chassis.proposals.errors import OwnBehalf
from amigok_chassis.rows import VersionConflict
from amigok_chassis.standing.service import AccountInactive
from marketplace.animals.errors import NotForSale
from marketplace.listings.errors import ListingNotActive, NotListed, SecondPersonNeeded
from marketplace.offers import agreeing, bargaining, queries, service
from marketplace.offers.errors import (
    ListingBusy,
    NotNegotiable,
    NotYourTurn,
    OfferClosed,
    OfferNotFound,
    OfferOutOfRange,
    OfferPending,
    TooManyOffers,
    TooManyRounds,
)
from marketplace.offers.schemas import (
    CounterIn,
    NewOfferIn,
    OfferFilters,
    OfferFiltersForAdmin,
    OfferForAdminOut,
    OfferOut,
    OfferWithMovesOut,
    SeenOfferIn,
)
from marketplace.offers.service import Actor, Seen
from marketplace.orders.errors import ListingChanged, OrderPending, OwnListing, TooManyAttempts

router = APIRouter(prefix="/api/v1/marketplace")
admin = APIRouter(prefix="/api/v1/admin/marketplace")

_HELD = (OfferNotFound, OfferClosed, VersionConflict, NotYourTurn)


@router.post(
    "/listings/{listing_id}/offers",
    status_code=201,
    responses=problems(
        AccountInactive,
        NotListed,
        OwnListing,
        ListingNotActive,
        VersionConflict,
        NotNegotiable,
        NotForSale,
        OfferOutOfRange,
        OrderPending,
        TooManyAttempts,
        OfferPending,
        TooManyOffers,
        ListingBusy,
    ),
)
async def make_offer(listing_id: UUID, body: NewOfferIn, me: RecentUser, db: Session) -> OfferOut:
    """Offers less than a negotiable listing asks. If it is accepted, the amount is held from your wallet at once."""
    offer = await bargaining.make(db, body, listing_id=listing_id, buyer_id=me.id, assurance=assurance(me))
    return OfferOut.of(offer, side="buyer")


@router.get("/my-offers", responses=problems(InvalidCursor))
async def list_my_offers(filters: Annotated[OfferFilters, Query()], me: CurrentUser, db: Reader) -> Page[OfferOut]:
    """Returns your offers, newest first."""
    return await queries.made_by(db, me, filters)


@router.get("/received-offers", responses=problems(InvalidCursor))
async def list_received_offers(
    filters: Annotated[OfferFilters, Query()], me: CurrentUser, db: Reader
) -> Page[OfferOut]:
    """Returns the offers on your listings, newest first."""
    return await queries.made_to(db, me, filters)


@router.get("/offers/{offer_id}", responses=problems(OfferNotFound))
async def read_offer(offer_id: UUID, me: CurrentUser, db: Reader) -> OfferWithMovesOut:
    """Returns an offer with its moves to its buyer or its seller."""
    return await queries.one(db, offer_id, Actor(me.id))


@router.post(
    "/offers/{offer_id}/counter",
    responses=problems(AccountInactive, *_HELD, ListingNotActive, ListingChanged, TooManyRounds, OfferOutOfRange),
)
async def counter_offer(offer_id: UUID, body: CounterIn, me: RecentUser, db: Session) -> OfferOut:
    """Names another amount, when it is your turn."""
    seen = Seen(offer_id, body.version)
    offer, side = await bargaining.counter(db, seen, body.amount, Actor(me.id), assurance=assurance(me))
    return OfferOut.of(offer, side=side)


@router.post(
    "/offers/{offer_id}/accept",
    responses=problems(AccountInactive, *_HELD, ListingNotActive, ListingChanged, NotForSale),
)
async def accept_offer(offer_id: UUID, body: SeenOfferIn, me: RecentUser, db: Session) -> OfferOut:
    """Accepts what the other side has named. An order is placed, and all other offers on the listing are declined."""
    seen = Seen(offer_id, body.version)
    offer, side = await agreeing.accept(db, seen, Actor(me.id), assurance=assurance(me))
    return OfferOut.of(offer, side=side)


@router.post("/offers/{offer_id}/decline", responses=problems(AccountInactive, *_HELD))
async def decline_offer(offer_id: UUID, body: SeenOfferIn, me: CurrentUser, db: Session) -> OfferOut:
    """Ends an offer, when it is your turn."""
    offer, side = await service.decline(db, Seen(offer_id, body.version), Actor(me.id))
    return OfferOut.of(offer, side=side)


@router.post("/offers/{offer_id}/withdraw", responses=problems(AccountInactive, *_HELD))
async def withdraw_offer(offer_id: UUID, body: SeenOfferIn, me: CurrentUser, db: Session) -> OfferOut:
    """Takes back what you have named, while the other side has not answered."""
    offer, side = await service.withdraw(db, Seen(offer_id, body.version), Actor(me.id))
    return OfferOut.of(offer, side=side)


@admin.get("/offers", responses=problems(InvalidCursor))
async def list_offers(
    filters: Annotated[OfferFiltersForAdmin, Query()], me: Administrator, db: Reader
) -> Page[OfferForAdminOut]:
    """Returns everybody's offers, newest first."""
    return await queries.of_everybody(db, filters)


@admin.post(
    "/offers/{offer_id}/counter",
    responses=problems(*_HELD, OwnBehalf, ListingNotActive, ListingChanged, TooManyRounds, OfferOutOfRange),
)
async def counter_offer_to_platform(offer_id: UUID, body: CounterIn, me: RecentAdministrator, db: Session) -> OfferOut:
    """Names another amount for an animal of the platform."""
    seen, actor = Seen(offer_id, body.version), Actor(me.id, for_platform=True)
    offer, side = await bargaining.counter(db, seen, body.amount, actor, assurance=assurance(me))
    return OfferOut.of(offer, side=side)


@admin.post(
    "/offers/{offer_id}/accept",
    responses=problems(*_HELD, OwnBehalf, ListingNotActive, ListingChanged, NotForSale, SecondPersonNeeded),
)
async def accept_offer_to_platform(offer_id: UUID, body: SeenOfferIn, me: RecentAdministrator, db: Session) -> OfferOut:
    """Accepts an offer on an animal of the platform."""
    seen, actor = Seen(offer_id, body.version), Actor(me.id, for_platform=True)
    offer, side = await agreeing.accept(db, seen, actor, assurance=assurance(me))
    return OfferOut.of(offer, side=side)


@admin.post("/offers/{offer_id}/decline", responses=problems(*_HELD, OwnBehalf))
async def decline_offer_to_platform(offer_id: UUID, body: SeenOfferIn, me: Administrator, db: Session) -> OfferOut:
    """Declines an offer on an animal of the platform."""
    offer, side = await service.decline(db, Seen(offer_id, body.version), Actor(me.id, for_platform=True))
    return OfferOut.of(offer, side=side)


@admin.post("/offers/{offer_id}/withdraw", responses=problems(*_HELD, OwnBehalf))
async def withdraw_offer_of_platform(offer_id: UUID, body: SeenOfferIn, me: Administrator, db: Session) -> OfferOut:
    """Takes back an amount that was named for the platform."""
    offer, side = await service.withdraw(db, Seen(offer_id, body.version), Actor(me.id, for_platform=True))
    return OfferOut.of(offer, side=side)
