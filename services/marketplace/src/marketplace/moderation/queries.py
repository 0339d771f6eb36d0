"""Reads of reports and take-downs."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.animals.models import Animal
from marketplace.listings.machine import FOR_SALE
from marketplace.listings.models import Listing
from marketplace.listings.schemas import ListingForAdminOut, ListingOut
from marketplace.moderation.models import Report, Takedown
from marketplace.moderation.schemas import (
    ListingReportOut,
    QueuedOut,
    TakedownFilters,
    TakedownForAdminOut,
    TakedownOut,
)

_MOST_REPORTS = 1_000


async def queue(db: UnitOfWork, paging: Paging) -> Page[QueuedOut]:
    """Returns the listings for sale that were reported or flagged, newest first."""
    reported = select(Report.listing_id).where(Report.state == "open")
    flagged = select(Listing.id).where(func.cardinality(Listing.flags) > 0)
    query = select(Listing).where(Listing.id.in_(reported.union(flagged)), Listing.state.in_(FOR_SALE))
    rows, cursor = await paginate(db, query, paging, key=(Listing.created_at, Listing.id))
    found = await db.scalars(select(Animal).where(Animal.id.in_([row.livestock_id for row in rows])))
    animals = {animal.id: animal for animal in found}
    reports = await _reports(db, [row.id for row in rows])
    items = [_queued(row, animals[row.livestock_id], reports[row.id]) for row in rows]
    return Page(items=items, next_cursor=cursor)


async def own_takedowns(db: UnitOfWork, seller_id: UUID, paging: Paging) -> Page[TakedownOut]:
    """Returns what was taken down of a seller's, newest first."""
    query = select(Takedown).where(Takedown.seller_id == seller_id)
    rows, cursor = await paginate(db, query, paging, key=(Takedown.taken_down_at, Takedown.id))
    return Page(items=[TakedownOut.model_validate(row) for row in rows], next_cursor=cursor)


async def takedowns(db: UnitOfWork, filters: TakedownFilters) -> Page[TakedownForAdminOut]:
    """Returns what was taken down, newest first."""
    query = select(Takedown).filter_by(**filters.given)
    rows, cursor = await paginate(db, query, filters.paging, key=(Takedown.taken_down_at, Takedown.id))
    return Page(items=[TakedownForAdminOut.model_validate(row) for row in rows], next_cursor=cursor)


async def _reports(db: UnitOfWork, listings: list[UUID]) -> dict[UUID, list[Report]]:
    found: dict[UUID, list[Report]] = defaultdict(list)
    query = select(Report).where(Report.listing_id.in_(listings), Report.state == "open")
    for row in await db.scalars(query.order_by(Report.reported_at, Report.id).limit(_MOST_REPORTS)):
        found[row.listing_id].append(row)
    return found


def _queued(listing: Listing, animal: Animal, reports: list[Report]) -> QueuedOut:
    shown = ListingForAdminOut(**dict(ListingOut.of(listing, animal)), seller_id=listing.seller_id, refusal=None)
    told = [ListingReportOut.model_validate(row) for row in reports]
    return QueuedOut(listing=shown, flags=listing.flags, reports=told)
