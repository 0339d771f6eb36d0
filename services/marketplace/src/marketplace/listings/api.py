"""Offering animals for sale, over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import Administrator, CurrentUser, RecentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session
from amigok_chassis.errors import NotFound
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.standing.service import AccountInactive
from marketplace.animals.errors import AnimalGone, NotForSale
from marketplace.listings import offering, queries, service
from marketplace.listings.errors import (
    AlreadyListed,
    FeeChanged,
    ListingNotActive,
    NotOwner,
    NotPlatformOwned,
    PriceNotPositive,
    SaleNotSettled,
    SecondPersonNeeded,
)
from marketplace.listings.schemas import FeeOut, ListingOut, OfferIn, PlatformOfferIn
from marketplace.settings import Settings

router = APIRouter(prefix="/api/v1")


@router.get("/marketplace/fee")
async def read_fee(context: InContext) -> FeeOut:
    """Returns the platform's fee on animals that are listed now. A listing keeps the fee that it was published with."""
    return FeeOut(basis_points=context.settings(Settings).fee_basis_points)


@router.get("/marketplace/my-listings")
async def list_my_listings(me: CurrentUser, db: Reader, paging: PageRequest) -> Page[ListingOut]:
    """Returns your listings, past ones included, newest first."""
    return await queries.of_seller(db, seller_id=me.id, paging=paging)


@router.post(
    "/marketplace/my-livestock/{livestock_id}/list",
    status_code=201,
    responses=problems(
        AccountInactive,
        NotOwner,
        NotFound,
        AlreadyListed,
        AnimalGone,
        FeeChanged,
        NotForSale,
        SaleNotSettled,
        PriceNotPositive,
    ),
)
async def offer_own(livestock_id: UUID, body: OfferIn, me: RecentUser, db: Session) -> ListingOut:
    """Offers one of your animals for sale."""
    return ListingOut.of(*await offering.offer(db, body, livestock_id=livestock_id, seller_id=me.id, may_be_low=True))


@router.delete("/marketplace/listings/{listing_id}", status_code=204, responses=problems(NotFound, ListingNotActive))
async def remove_own(listing_id: UUID, me: CurrentUser, db: Session) -> None:
    """Takes your listing off the market, unless someone is buying."""
    await service.remove(db, listing_id=listing_id, seller_id=me.id)


@router.post(
    "/admin/marketplace/livestock",
    status_code=201,
    responses=problems(
        NotFound,
        AlreadyListed,
        AnimalGone,
        FeeChanged,
        NotForSale,
        NotPlatformOwned,
        SaleNotSettled,
        SecondPersonNeeded,
        PriceNotPositive,
    ),
)
async def offer_platform(body: PlatformOfferIn, admin: Administrator, db: Session) -> ListingOut:
    """Offers an animal that belongs to the platform for sale."""
    return ListingOut.of(*await offering.offer(db, body, livestock_id=body.livestock_id, seller_id=None))


@router.delete(
    "/admin/marketplace/listings/{listing_id}", status_code=204, responses=problems(NotFound, ListingNotActive)
)
async def remove_any(listing_id: UUID, admin: Administrator, db: Session) -> None:
    """Takes any listing off the market, unless someone is buying."""
    await service.remove(db, listing_id=listing_id, seller_id=None)
