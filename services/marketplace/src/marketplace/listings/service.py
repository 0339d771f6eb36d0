"""The ends of listings, and whether an animal can be bought."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, text

from amigok_chassis import audit, clock, standing
from amigok_chassis.errors import NotFound
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace import ListingRemoved
from amigok_contracts.marketplace_listings import ListingSold
from marketplace.animals.models import Animal
from marketplace.listings.errors import NotListed, UserListing
from marketplace.listings.machine import FOR_SALE, LISTINGS
from marketplace.listings.models import Listing

_IS_OPEN = text(LISTINGS.check("listings.state", LISTINGS.open))


async def remove(db: UnitOfWork, *, listing_id: UUID, seller_id: UUID) -> None:
    """Takes a seller's own listing off the market. Raises NotFound, and ListingNotActive while someone is buying."""
    listing = await locked(db, listing_id)
    if listing.seller_id != seller_id:
        raise NotFound
    listing.require(*(LISTINGS.open - {"reserved"}))
    end(db, listing, reason="removed_by_seller")


async def remove_platform(db: UnitOfWork, *, listing_id: UUID) -> None:
    """Takes a listing of the platform off the market.

    Raises NotFound, UserListing, and ListingNotActive while someone is buying.
    """
    listing = await locked(db, listing_id)
    if listing.seller_id is not None:
        raise UserListing
    listing.require(*(LISTINGS.open - {"reserved"}))
    before = audit.picture(listing, "state")
    end(db, listing, reason="removed_by_administrator")
    audit.record(db, "listing.removed", subject_id=listing_id, before=before, after=audit.picture(listing, "state"))


async def locked(db: UnitOfWork, listing_id: UUID) -> Listing:
    """A listing that nobody else changes meanwhile. Raises NotFound."""
    listing = await db.get(Listing, listing_id, with_for_update={"key_share": True})
    if listing is None:
        raise NotFound
    return listing


async def end_if_gone(db: UnitOfWork, livestock_id: UUID) -> None:
    """Ends the listing of an animal, whose row is locked, if the animal was removed or is dead.

    If someone is buying it, the listing ends with their order, which the farm refuses.
    """
    animal = await db.get(Animal, livestock_id, populate_existing=True)
    if animal is None or animal.gone is None:
        return
    listing = await _live(db, livestock_id)
    if listing is not None and listing.state != "reserved":
        end(db, listing, reason=animal.gone)


async def end_of(db: UnitOfWork, livestock_id: UUID, *, seller_id: UUID) -> None:
    """Ends the listing of an animal, whose row is locked and which this seller no longer owns.

    If someone is buying it, the listing ends with their order, which the farm refuses.
    """
    listing = await _live(db, livestock_id)
    if listing is not None and listing.seller_id == seller_id and listing.state != "reserved":
        end(db, listing, reason="not_owner")


async def end_all_of(db: UnitOfWork, seller_id: UUID) -> None:
    """Ends all listings of a seller whose account was deleted.

    If someone is buying, the listing ends with their order, unless the animal is sold.
    """
    offered = select(Listing).where(Listing.seller_id == seller_id, Listing.state.in_(LISTINGS.open))
    locked = offered.order_by(Listing.id).with_for_update(key_share=True).execution_options(populate_existing=True)
    for listing in await db.scalars(locked):
        if listing.state != "reserved":
            end(db, listing, reason="seller_inactive")


async def obstacle(db: UnitOfWork, listing: Listing) -> str | None:
    """Returns why a listing, which is locked, cannot go on, or None if it can.

    Its animal may be gone or have another owner, or its seller may be deleted. The handlers of those events look at the
    listing too, under the same lock: one of the two ends it.
    """
    animal = await db.get(Animal, listing.livestock_id, populate_existing=True)
    if animal is not None and (animal.gone is not None or animal.owner_id != listing.seller_id):
        return animal.gone or "not_owner"
    if listing.seller_id is not None and (await standing.of(db, listing.seller_id)).is_deleted:
        return "seller_inactive"
    return None


def settle(listing: Listing, *, now: datetime) -> None:
    """Marks that a sale, whose listing is locked, is over: it was paid for, or undone."""
    listing.settled_at = now


def end(db: UnitOfWork, listing: Listing, *, reason: str) -> None:
    """Ends a listing without a sale, for this reason. Nobody hears of one that is not for sale anyway."""
    is_for_sale = listing.state in FOR_SALE
    listing.take("remove" if is_for_sale else "discard", now=clock.now())
    if is_for_sale:
        emit(db, ListingRemoved(listing_id=listing.id, livestock_id=listing.livestock_id, reason=reason))


def sell(db: UnitOfWork, listing: Listing) -> None:
    """Marks a listing as sold: its animal is the buyer's."""
    listing.take("sell", now=clock.now())
    emit(db, ListingSold(listing_id=listing.id, livestock_id=listing.livestock_id))


async def live(db: UnitOfWork, livestock_id: UUID, *, locked: bool) -> Listing:
    """Returns the live listing of an animal, locked if asked. Raises NotListed, also while its seller is inactive."""
    listing = await _live(db, livestock_id, locked=locked)
    if listing is None or listing.state not in FOR_SALE or not await has_active_seller(db, listing):
        raise NotListed
    return listing


async def has_active_seller(db: UnitOfWork, listing: Listing) -> bool:
    """Returns whether the seller's account is active. The platform's always is."""
    return listing.seller_id is None or (await standing.of(db, listing.seller_id)).is_active


async def _live(db: UnitOfWork, livestock_id: UUID, *, locked: bool = True) -> Listing | None:
    """The listing of an animal that has not ended. The animal is read with it: `db.get` does not ask again."""
    query = select(Listing, Animal).outerjoin(Animal, Animal.id == Listing.livestock_id)
    query = query.where(Listing.livestock_id == livestock_id, _IS_OPEN)
    listing: Listing | None = await db.scalar(query.with_for_update(key_share=True, of=Listing) if locked else query)
    return listing
