"""Reads of listings."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.animals.models import Animal
from marketplace.listings.models import Listing
from marketplace.listings.schemas import ListingOut


async def of_seller(db: UnitOfWork, *, seller_id: UUID, paging: Paging) -> Page[ListingOut]:
    """Returns a user's own listings, newest first."""
    query = select(Listing).where(Listing.seller_id == seller_id)
    rows, cursor = await paginate(db, query, paging, key=(Listing.created_at, Listing.id))
    animals = {
        animal.id: animal
        for animal in await db.scalars(select(Animal).where(Animal.id.in_([row.livestock_id for row in rows])))
    }
    return Page(items=[ListingOut.of(row, animals[row.livestock_id]) for row in rows], next_cursor=cursor)
