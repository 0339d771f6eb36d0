"""Offering animals for sale."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import audit, clock, standing
from amigok_chassis.errors import NotFound
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace import ListingPublished, ListingRemoved
from marketplace import animals, values
from marketplace.errors import (
    AlreadyListed,
    AnimalGone,
    FeeChanged,
    ListingNotActive,
    NotListed,
    NotOwner,
    NotPlatformOwned,
    PriceNotPositive,
    SaleNotSettled,
    SecondPersonNeeded,
)
from marketplace.models import LIVE_LISTING, Animal, Listing, Order
from marketplace.schemas import OfferIn
from marketplace.settings import Settings


async def offer(
    db: UnitOfWork, wish: OfferIn, *, livestock_id: UUID, seller_id: UUID | None, may_be_low: bool = False
) -> tuple[Listing, Animal]:
    """Puts an animal up for sale; no seller: for the platform. The farm has the last word when it is bought.

    `may_be_low`: also for far less than it is worth. Raises what `admit` raises, SecondPersonNeeded for a price that
    may not be that low, and AlreadyListed.
    """
    animal = await admit(db, wish, livestock_id=livestock_id, seller_id=seller_id)
    if not may_be_low and await values.is_low(db, livestock_id, wish.price):
        raise SecondPersonNeeded
    listing = await db.scalar(
        insert(Listing)
        .values(
            id=new_id(),
            livestock_id=livestock_id,
            seller_id=seller_id,
            description=wish.description,
            title=wish.title or f"{animal.breed_name} {animal.type_name} {animal.tag_number}",
            price=wish.price.minor,
            currency=wish.price.currency,
            fee_basis_points=Settings().fee_basis_points,
            state="active",
            created_at=clock.now(),
        )
        .on_conflict_do_nothing()
        .returning(Listing)
    )
    if listing is None:
        raise AlreadyListed
    resale = seller_id is not None
    if not resale:
        told = {"livestock_id": livestock_id, "price": str(wish.price)}
        audit.record(db, "listing.published", subject_id=listing.id, after=told)
    emit(db, ListingPublished(listing_id=listing.id, livestock_id=livestock_id, resale=resale, price=wish.price))
    return listing, animal


async def admit(db: UnitOfWork, wish: OfferIn, *, livestock_id: UUID, seller_id: UUID | None) -> Animal:
    """The animal, locked, if it can be offered as wished, whatever it is worth.

    With a fee in it, it is offered only for that fee. Raises AccountInactive, NotFound, AnimalGone, NotOwner,
    NotPlatformOwned, NotForSale, PriceNotPositive, FeeChanged, SaleNotSettled.
    """
    animal = await _offered(db, livestock_id, seller_id)
    await animals.require_sellable(db, livestock_id)
    if wish.price.minor <= 0:
        raise PriceNotPositive
    if wish.fee_basis_points not in (None, Settings().fee_basis_points):
        raise FeeChanged
    unpaid = select(Order.id).where(Order.livestock_id == livestock_id, Order.state == "fulfilled")
    if await db.scalar(unpaid) is not None:
        raise SaleNotSettled
    return animal


async def _offered(db: UnitOfWork, livestock_id: UUID, seller_id: UUID | None) -> Animal:
    """The animal, locked so that its owner stays until this commits. Users learn nothing of what is not theirs."""
    if seller_id is not None:
        await standing.require_active(db, seller_id)
    animal = await db.get(Animal, livestock_id, with_for_update={"read": True})
    if seller_id is not None and (animal is None or animal.owner_id != seller_id):
        raise NotOwner
    if animal is None or animal.tag_number is None:
        raise NotFound("The marketplace knows no such animal.")
    if animal.gone is not None:
        raise AnimalGone(f"The animal is {animal.gone}.", reason=animal.gone)
    if animal.owner_id != seller_id:
        raise NotPlatformOwned
    return animal


async def remove(db: UnitOfWork, *, listing_id: UUID, seller_id: UUID | None) -> None:
    """Takes a listing off the market; no seller: an administrator does, whoever it belongs to.

    Raises NotFound, ListingNotActive when it is being bought.
    """
    listing = await db.get(Listing, listing_id, with_for_update={"key_share": True})
    if listing is None or (seller_id is not None and listing.seller_id != seller_id):
        raise NotFound
    if listing.state != "active":
        raise ListingNotActive(f"The listing is {listing.state}.", state=listing.state)
    before = audit.picture(listing, "state")
    withdraw(db, listing, reason="removed_by_seller" if seller_id else "removed_by_administrator")
    if seller_id is None:
        audit.record(db, "listing.removed", subject_id=listing_id, before=before, after=audit.picture(listing, "state"))


async def take_down(db: UnitOfWork, livestock_id: UUID, *, reason: str | None) -> None:
    """The animal, whose row is locked, is gone for this reason (none: it is not): nobody can buy it any more.

    If somebody is buying it, the listing ends with their order, which the farm refuses.
    """
    if reason is None:
        return
    listing = await _live(db, livestock_id)
    if listing is not None and listing.state == "active":
        withdraw(db, listing, reason=reason)


async def end_of(db: UnitOfWork, livestock_id: UUID, *, seller_id: UUID) -> None:
    """The animal, whose row is locked, is not this seller's any more: what they offered of it ends, unless it is sold.

    If somebody is buying it, the listing ends with their order, which the farm refuses.
    """
    listing = await _live(db, livestock_id)
    if listing is not None and listing.seller_id == seller_id and listing.state == "active":
        withdraw(db, listing, reason="not_owner")


async def end_all_of(db: UnitOfWork, seller_id: UUID) -> None:
    """The seller is deleted: all that they offer ends.

    If somebody is buying it, the listing ends with their order, unless it is sold.
    """
    offered = select(Listing).where(Listing.seller_id == seller_id, Listing.state.in_(LIVE_LISTING))
    locked = offered.order_by(Listing.id).with_for_update(key_share=True).execution_options(populate_existing=True)
    for listing in await db.scalars(locked):
        if listing.state == "active":
            withdraw(db, listing, reason="seller_inactive")


async def ended(db: UnitOfWork, listing: Listing) -> str | None:
    """Why a listing, which is locked, cannot go on, if so: its animal is gone or not the seller's, or the seller is.

    Whoever learns of that comes for the listing after that: one of the two ends it.
    """
    animal = await db.get(Animal, listing.livestock_id, populate_existing=True)
    if animal is not None and (animal.gone is not None or animal.owner_id != listing.seller_id):
        return animal.gone or "not_owner"
    if listing.seller_id is not None and (await standing.of(db, listing.seller_id)).is_deleted:
        return "seller_inactive"
    return None


def withdraw(db: UnitOfWork, listing: Listing, *, reason: str) -> None:
    """Ends a listing without a sale."""
    listing.become("removed", now=clock.now())
    emit(db, ListingRemoved(listing_id=listing.id, livestock_id=listing.livestock_id, reason=reason))


async def live(db: UnitOfWork, livestock_id: UUID, *, locked: bool) -> Listing:
    """The live listing of an animal, locked if asked. Raises NotListed, also while its seller is shut out."""
    listing = await _live(db, livestock_id, locked=locked)
    if listing is None or not await has_active_seller(db, listing):
        raise NotListed
    return listing


async def has_active_seller(db: UnitOfWork, listing: Listing) -> bool:
    """Whether the one who sells may act; the platform always may."""
    return listing.seller_id is None or (await standing.of(db, listing.seller_id)).is_active


async def _live(db: UnitOfWork, livestock_id: UUID, *, locked: bool = True) -> Listing | None:
    query = select(Listing).where(Listing.livestock_id == livestock_id, Listing.state.in_(LIVE_LISTING))
    return await db.scalar(query.with_for_update(key_share=True) if locked else query)
