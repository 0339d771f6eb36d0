"""Who watches what, and who is told that it costs less."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock, standing
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.marketplace_watching import WatchPriceDropped
from marketplace.listings.errors import NotListed
from marketplace.listings.machine import FOR_SALE
from marketplace.listings.models import Listing
from marketplace.settings import Settings
from marketplace.watches.errors import TooManyWatches
from marketplace.watches.models import Watch
from marketplace.watches.schemas import WatchOut

_TOLD_AT_ONCE = 500


async def watch(db: UnitOfWork, listing_id: UUID, *, user_id: UUID) -> None:
    """Watches a listing that is for sale; doing so again has no further effect.

    Raises AccountInactive, NotListed, TooManyWatches.
    """
    await standing.require_active(db, user_id)
    listing = await db.get(Listing, listing_id)
    if listing is None or listing.state not in FOR_SALE:
        raise NotListed
    row = insert(Watch).values(listing_id=listing_id, user_id=user_id, lowest=listing.price, watched_at=clock.now())
    await db.execute(row.on_conflict_do_nothing())
    count = await db.scalar(select(func.count()).where(Watch.user_id == user_id))
    if (count or 0) > db.settings(Settings).watches:
        raise TooManyWatches


async def unwatch(db: UnitOfWork, listing_id: UUID, *, user_id: UUID) -> None:
    """Watches a listing no longer."""
    await db.execute(delete(Watch).where(Watch.listing_id == listing_id, Watch.user_id == user_id))


async def of_user(db: UnitOfWork, user_id: UUID, paging: Paging) -> Page[WatchOut]:
    """Returns what a user watches, newest first, also what has ended."""
    query = select(Watch).where(Watch.user_id == user_id)
    rows, cursor = await paginate(db, query, paging, key=(Watch.watched_at, Watch.listing_id))
    found = select(Listing).where(Listing.id.in_([row.listing_id for row in rows]))
    listings = {listing.id: listing for listing in await db.scalars(found)}
    return Page(items=[_view(row, listings[row.listing_id]) for row in rows], next_cursor=cursor)


async def tell_of_drop(db: UnitOfWork, listing_id: UUID, *, previous: Money, price: Money) -> None:
    """Tells those who have not seen a listing as cheap before, in one statement for all of them."""
    listing = await db.get(Listing, listing_id)
    if listing is None or listing.state not in FOR_SALE or listing.money != price:
        return
    dearer = update(Watch).where(Watch.listing_id == listing_id, Watch.lowest > price.minor)
    told = (await db.scalars(dearer.values(lowest=price.minor).returning(Watch.user_id))).all()
    for start in range(0, len(told), _TOLD_AT_ONCE):
        _tell(db, listing, previous, told[start : start + _TOLD_AT_ONCE])


def _tell(db: UnitOfWork, listing: Listing, previous: Money, people: Sequence[UUID]) -> None:
    emit(
        db,
        WatchPriceDropped(
            listing_id=listing.id,
            livestock_id=listing.livestock_id,
            title=listing.title,
            previous_price=previous,
            price=listing.money,
            recipient_ids=tuple(people),
        ),
    )


def _view(watch: Watch, listing: Listing) -> WatchOut:
    return WatchOut(
        listing_id=listing.id,
        livestock_id=listing.livestock_id,
        title=listing.title,
        price=listing.money,
        state=listing.state,
        watched_at=watch.watched_at,
    )
