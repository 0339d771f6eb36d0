"""What sellers and administrators change about listings."""

from uuid import UUID

from amigok_chassis import audit, standing
from amigok_chassis.errors import NotFound
from amigok_chassis.outbox import emit
from amigok_chassis.proposals.errors import OwnBehalf
from amigok_chassis.rows import refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.marketplace_listings import ListingPriceChanged
from marketplace.animals import values
from marketplace.animals.models import Animal
from marketplace.listings import offering
from marketplace.listings.errors import CurrencyFixed, PriceNotPositive, SecondPersonNeeded
from marketplace.listings.machine import LISTINGS
from marketplace.listings.models import Listing
from marketplace.listings.schemas import ListingChangeIn
from marketplace.listings.service import locked

_TERMS = ("price", "title", "description", "negotiable")


async def change(
    db: UnitOfWork, wanted: ListingChangeIn, *, listing_id: UUID, seller_id: UUID | None
) -> tuple[Listing, Animal]:
    """Replaces what a live listing says. Without a seller an administrator does, to one of the platform.

    Raises AccountInactive, NotFound, VersionConflict, ListingNotActive, CurrencyFixed, PriceNotPositive,
    SecondPersonNeeded.
    """
    listing = await own(db, listing_id, seller_id)
    refuse_other_version(wanted.version, listing.version)
    before = audit.picture(listing, *_TERMS)
    await _require_price(db, listing, wanted.price)
    previous = listing.money
    listing.price, listing.negotiable = wanted.price.minor, wanted.negotiable
    listing.title, listing.description = wanted.title, wanted.description
    if (before["title"], before["description"]) != (wanted.title, wanted.description):
        listing.flags = offering.flagged(db, wanted)
    listing.version += 1
    if previous != listing.money:
        _tell(db, listing, previous)
    if seller_id is None:
        audit.record(db, "listing.changed", subject_id=listing.id, before=before, after=audit.picture(listing, *_TERMS))
    return listing, await db.get_one(Animal, listing.livestock_id)


async def renew(db: UnitOfWork, *, listing_id: UUID, seller_id: UUID | None) -> tuple[Listing, Animal]:
    """Has a live listing end later, as if it went live now. Raises AccountInactive, NotFound, ListingNotActive."""
    listing = await own(db, listing_id, seller_id)
    listing.expires_at, listing.warned_at = offering.expiry(db), None
    if seller_id is None:
        audit.record(db, "listing.renewed", subject_id=listing.id, after={"expires_at": listing.expires_at})
    return listing, await db.get_one(Animal, listing.livestock_id)


async def feature(db: UnitOfWork, *, listing_id: UUID, featured: bool, by: UUID) -> tuple[Listing, Animal]:
    """Has the market show a listing before others, or no longer. Raises NotFound, OwnBehalf, ListingNotActive."""
    listing = await locked(db, listing_id)
    if listing.seller_id == by:
        raise OwnBehalf
    listing.require(*LISTINGS.open)
    before = audit.picture(listing, "featured")
    listing.featured = featured
    after = audit.picture(listing, "featured")
    audit.record(db, "listing.featured", subject_id=listing.id, before=before, after=after)
    return listing, await db.get_one(Animal, listing.livestock_id)


async def own(db: UnitOfWork, listing_id: UUID, seller_id: UUID | None) -> Listing:
    """Returns a live listing of a seller who may act, locked; without a seller one of the platform.

    Raises AccountInactive, NotFound, ListingNotActive.
    """
    if seller_id is not None:
        await standing.require_active(db, seller_id)
    listing = await locked(db, listing_id)
    if listing.seller_id != seller_id:
        raise NotFound
    listing.require("live")
    return listing


async def _require_price(db: UnitOfWork, listing: Listing, price: Money) -> None:
    """Raises CurrencyFixed, PriceNotPositive, SecondPersonNeeded."""
    if price.currency != listing.currency:
        raise CurrencyFixed
    if price.minor <= 0:
        raise PriceNotPositive
    lower = price.minor < listing.price
    if lower and listing.seller_id is None and await values.is_low(db, listing.livestock_id, price):
        raise SecondPersonNeeded


def _tell(db: UnitOfWork, listing: Listing, previous: Money) -> None:
    offering.remember_price(db, listing)
    emit(
        db,
        ListingPriceChanged(
            listing_id=listing.id,
            livestock_id=listing.livestock_id,
            listing_version=listing.version,
            previous_price=previous,
            price=listing.money,
        ),
    )
