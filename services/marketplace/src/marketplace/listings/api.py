"""Offering animals for sale, over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import Administrator, CurrentUser, RecentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from marketplace.listings import offering, queries, service
from marketplace.listings.schemas import FeeOut, ListingOut, OfferIn, PlatformOfferIn
from marketplace.settings import Settings

router = APIRouter(prefix="/api/v1", tags=["marketplace"])


@router.get("/marketplace/fee")
async def read_fee(context: InContext) -> FeeOut:
    """Returns the platform's fee on animals that are listed now. A listing keeps the fee that it was published with."""
    return FeeOut(basis_points=context.settings(Settings).fee_basis_points)


@router.get("/marketplace/my-listings")
async def list_my_listings(me: CurrentUser, db: Reader, paging: PageRequest) -> Page[ListingOut]:
    """Returns your listings, past ones included, newest first."""
    return await queries.of_seller(db, seller_id=me.id, paging=paging)


@router.post("/marketplace/my-livestock/{livestock_id}/list", status_code=201)
async def list_own(livestock_id: UUID, body: OfferIn, me: RecentUser, db: Session) -> ListingOut:
    """Offers one of your animals for sale.

    Problems: step_up_required, account_inactive, animal_gone, not_owner, not_for_sale, already_listed,
    sale_not_settled, price_not_positive, fee_changed.
    """
    return ListingOut.of(*await offering.offer(db, body, livestock_id=livestock_id, seller_id=me.id, may_be_low=True))


@router.delete("/marketplace/listings/{listing_id}", status_code=204)
async def remove_own(listing_id: UUID, me: CurrentUser, db: Session) -> None:
    """Takes your listing off the market, unless someone is buying. Problems: not_found, listing_not_active."""
    await service.remove(db, listing_id=listing_id, seller_id=me.id)


@router.post("/admin/marketplace/livestock", status_code=201)
async def list_platform(body: PlatformOfferIn, admin: Administrator, db: Session) -> ListingOut:
    """Offers an animal that belongs to the platform for sale.

    Problems: not_found, animal_gone, not_platform_owned, not_for_sale, already_listed, price_not_positive, fee_changed,
    second_person_needed (the price is far below the animal's value, or its value in this currency is unknown).
    """
    return ListingOut.of(*await offering.offer(db, body, livestock_id=body.livestock_id, seller_id=None))


@router.delete("/admin/marketplace/listings/{listing_id}", status_code=204)
async def remove_any(listing_id: UUID, admin: Administrator, db: Session) -> None:
    """Takes any listing off the market, unless someone is buying. Problems: not_found, listing_not_active."""
    await service.remove(db, listing_id=listing_id, seller_id=None)
