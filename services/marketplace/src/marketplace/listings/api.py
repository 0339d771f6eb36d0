"""Offering animals for sale, over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import Administrator, CurrentUser, RecentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.errors import NotFound
from amigok_chassis.pagination import InvalidCursor, Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.proposals.errors import OwnBehalf
from amigok_chassis.rows import VersionConflict
from amigok_chassis.standing.service import AccountInactive
from marketplace.animals.errors import AnimalGone, NotForSale
from marketplace.listings import changing, offering, outside, queries, service
from marketplace.listings.errors import (
    AlreadyListed,
    AskedBefore,
    CurrencyFixed,
    FeeChanged,
    ListingNotActive,
    NotListed,
    NotOwner,
    NotPlatformOwned,
    PriceNotPositive,
    SaleNotSettled,
    SecondPersonNeeded,
    UserListing,
)
from marketplace.listings.schemas import (
    FeaturedIn,
    ListingChangeIn,
    ListingFilters,
    ListingForAdminOut,
    ListingOut,
    ListingPriceOut,
    OfferIn,
    PlatformListingIn,
)

router = APIRouter(prefix="/api/v1")


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


@router.put(
    "/marketplace/listings/{listing_id}",
    responses=problems(AccountInactive, NotFound, VersionConflict, ListingNotActive, CurrencyFixed, PriceNotPositive),
)
async def change_own(listing_id: UUID, body: ListingChangeIn, me: RecentUser, db: Session) -> ListingOut:
    """Replaces what your live listing says, its price included."""
    return ListingOut.of(*await changing.change(db, body, listing_id=listing_id, seller_id=me.id))


@router.post(
    "/marketplace/listings/{listing_id}/renew", responses=problems(AccountInactive, NotFound, ListingNotActive)
)
async def renew_own(listing_id: UUID, me: CurrentUser, db: Session) -> ListingOut:
    """Has your live listing end later."""
    return ListingOut.of(*await changing.renew(db, listing_id=listing_id, seller_id=me.id))


@router.get("/marketplace/listings/{listing_id}/prices", responses=problems(NotListed))
async def list_listing_prices(listing_id: UUID, db: Reader) -> list[ListingPriceOut]:
    """Returns what an animal has cost under a listing that is or was for sale, newest first, at most the last 100."""
    return await queries.prices(db, listing_id)


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
        AskedBefore,
        AnimalGone,
        FeeChanged,
        NotForSale,
        NotPlatformOwned,
        SaleNotSettled,
        SecondPersonNeeded,
        PriceNotPositive,
    ),
)
async def offer_platform(body: PlatformListingIn, admin: Administrator, db: Session) -> ListingOut:
    """Offers an animal that belongs to the platform for sale.

    One from outside is registered with the farm, too: it is a draft until the farm has done so. Asking again for the
    same has no further effect.
    """
    return ListingOut.of(*await outside.offer(db, body, by=admin.id))


@router.put(
    "/admin/marketplace/listings/{listing_id}",
    responses=problems(
        NotFound, VersionConflict, ListingNotActive, CurrencyFixed, PriceNotPositive, SecondPersonNeeded
    ),
)
async def change_platform(listing_id: UUID, body: ListingChangeIn, admin: Administrator, db: Session) -> ListingOut:
    """Replaces what a live listing of the platform says, its price included."""
    return ListingOut.of(*await changing.change(db, body, listing_id=listing_id, seller_id=None))


@router.post("/admin/marketplace/listings/{listing_id}/renew", responses=problems(NotFound, ListingNotActive))
async def renew_platform(listing_id: UUID, admin: Administrator, db: Session) -> ListingOut:
    """Has a live listing of the platform end later."""
    return ListingOut.of(*await changing.renew(db, listing_id=listing_id, seller_id=None))


@router.put(
    "/admin/marketplace/listings/{listing_id}/featured", responses=problems(NotFound, OwnBehalf, ListingNotActive)
)
async def feature(listing_id: UUID, body: FeaturedIn, admin: Administrator, db: Session) -> ListingOut:
    """Has the market show a listing before others, or no longer."""
    return ListingOut.of(*await changing.feature(db, listing_id=listing_id, featured=body.featured, by=admin.id))


@router.get("/admin/marketplace/listings", responses=problems(InvalidCursor))
async def list_all(
    filters: Annotated[ListingFilters, Query()], admin: Administrator, db: Reader
) -> Page[ListingForAdminOut]:
    """Returns listings of everybody, past ones and drafts included, newest first."""
    return await queries.of_everybody(db, filters)


@router.delete(
    "/admin/marketplace/listings/{listing_id}",
    status_code=204,
    responses=problems(NotFound, UserListing, ListingNotActive),
)
async def remove_platform(listing_id: UUID, admin: Administrator, db: Session) -> None:
    """Takes a listing of the platform off the market, unless someone is buying. A user's is taken down by a review."""
    await service.remove_platform(db, listing_id=listing_id)
