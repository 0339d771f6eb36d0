"""Reads of listings."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from marketplace.animals.models import Animal
from marketplace.listings.errors import NotListed
from marketplace.listings.machine import FOR_SALE
from marketplace.listings.models import Intake, Listing, ListingPrice
from marketplace.listings.schemas import ListingFilters, ListingForAdminOut, ListingOut, ListingPriceOut

SHOWN = (*FOR_SALE, "sold", "expired")
"""The states in which everybody may see a listing."""

_MOST_PRICES = 100


async def of_seller(db: UnitOfWork, *, seller_id: UUID, paging: Paging) -> Page[ListingOut]:
    """Returns a user's own listings, newest first."""
    query = select(Listing).where(Listing.seller_id == seller_id)
    rows, cursor = await paginate(db, query, paging, key=(Listing.created_at, Listing.id))
    animals = await _animals(db, rows)
    return Page(items=[ListingOut.of(row, animals[row.livestock_id]) for row in rows], next_cursor=cursor)


async def of_everybody(db: UnitOfWork, filters: ListingFilters) -> Page[ListingForAdminOut]:
    """Returns the listings that fit, newest first."""
    query = select(Listing).filter_by(**filters.given)
    rows, cursor = await paginate(db, query, filters.paging, key=(Listing.created_at, Listing.id))
    animals = await _animals(db, rows)
    refused = select(Intake.listing_id, Intake.refusal).where(Intake.listing_id.in_([row.id for row in rows]))
    refusals = {row.listing_id: row.refusal for row in await db.execute(refused)}
    items = [
        ListingForAdminOut(
            **dict(ListingOut.of(row, animals[row.livestock_id])),
            seller_id=row.seller_id,
            refusal=refusals.get(row.id),
        )
        for row in rows
    ]
    return Page(items=items, next_cursor=cursor)


async def prices(db: UnitOfWork, listing_id: UUID) -> list[ListingPriceOut]:
    """Returns the prices of a listing, newest first. Raises NotListed unless everybody may see it."""
    listing = await db.get(Listing, listing_id)
    if listing is None or listing.state not in SHOWN:
        raise NotListed
    history = select(ListingPrice).where(ListingPrice.listing_id == listing_id)
    rows = await db.scalars(history.order_by(ListingPrice.version.desc()).limit(_MOST_PRICES))
    return [
        ListingPriceOut(version=row.version, price=Money.of_minor(row.price, listing.currency), set_at=row.set_at)
        for row in rows
    ]


async def _animals(db: UnitOfWork, listings: Sequence[Listing]) -> dict[UUID, Animal]:
    theirs = select(Animal).where(Animal.id.in_([listing.livestock_id for listing in listings]))
    return {animal.id: animal for animal in await db.scalars(theirs)}
