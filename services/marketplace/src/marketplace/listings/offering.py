"""Offering animals for sale."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import audit, clock, standing
from amigok_chassis.errors import NotFound
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.marketplace import ListingPublished
from marketplace.animals import service as animals
from marketplace.animals import values
from marketplace.animals.errors import AnimalGone
from marketplace.animals.models import Animal
from marketplace.fees import rules
from marketplace.listings import content
from marketplace.listings.errors import (
    AlreadyListed,
    FeeChanged,
    NotOwner,
    NotPlatformOwned,
    PriceNotPositive,
    SaleNotSettled,
    SecondPersonNeeded,
)
from marketplace.listings.machine import LISTINGS
from marketplace.listings.models import Listing, ListingPrice
from marketplace.listings.schemas import ListingChangeIn, OfferIn
from marketplace.settings import Settings


async def offer(
    db: UnitOfWork, terms: OfferIn, *, livestock_id: UUID, seller_id: UUID | None, may_be_low: bool = False
) -> tuple[Listing, Animal]:
    """Puts an animal up for sale, for its owner or, without a seller, for the platform.

    With `may_be_low` the price may be far below the animal's value. The farm decides again when the animal is bought.
    Raises what `admit` raises, SecondPersonNeeded for a price that is too low, and AlreadyListed.
    """
    animal = await admit(db, terms, livestock_id=livestock_id, seller_id=seller_id)
    if not may_be_low and await values.is_low(db, livestock_id, terms.price):
        raise SecondPersonNeeded
    listing = await keep(db, terms, "publish", animal, seller_id=seller_id, expires_at=expiry(db))
    if seller_id is None:
        after = {"livestock_id": livestock_id, "price": str(terms.price)}
        audit.record(db, "listing.published", subject_id=listing.id, after=after)
    announce(db, listing)
    return listing, animal


async def keep(
    db: UnitOfWork, terms: OfferIn, action: str, animal: Animal, *, seller_id: UUID | None, **columns: Any
) -> Listing:
    """Stores a listing with its first price. Raises AlreadyListed."""
    fee = rules.rule(db.settings(Settings), rules.listing_type(seller_id))
    listing: Listing | None = await db.scalar(
        insert(Listing)
        .values(
            id=new_id(),
            livestock_id=animal.id,
            seller_id=seller_id,
            description=terms.description,
            title=terms.title or animal.name,
            price=terms.price.minor,
            currency=terms.price.currency,
            fee_basis_points=fee.basis_points,
            fee_minimum=rules.minimum(fee, terms.price.currency).minor,
            negotiable=terms.negotiable,
            flags=flagged(db, terms),
            state=LISTINGS.follow(action, None),
            created_at=clock.now(),
            **columns,
        )
        .on_conflict_do_nothing()
        .returning(Listing)
    )
    if listing is None:
        raise AlreadyListed
    remember_price(db, listing)
    return listing


def flagged(db: UnitOfWork, terms: OfferIn | ListingChangeIn) -> list[str]:
    """What administrators should look at in a listing's text, as codes."""
    return content.flags(f"{terms.title}\n{terms.description}", db.settings(Settings).forbidden_words)


def remember_price(db: UnitOfWork, listing: Listing) -> None:
    """Adds the price of a listing's version to its history."""
    db.add(ListingPrice(listing_id=listing.id, version=listing.version, price=listing.price, set_at=clock.now()))


def expiry(db: UnitOfWork) -> datetime:
    """When a listing ends that goes live, or is renewed, now."""
    return clock.now() + timedelta(days=db.settings(Settings).listing_days)


def announce(db: UnitOfWork, listing: Listing) -> None:
    """Says that a listing is for sale."""
    emit(
        db,
        ListingPublished(
            listing_id=listing.id,
            livestock_id=listing.livestock_id,
            resale=listing.seller_id is not None,
            price=listing.money,
            negotiable=listing.negotiable,
        ),
    )


async def admit(db: UnitOfWork, terms: OfferIn, *, livestock_id: UUID, seller_id: UUID | None) -> Animal:
    """Returns the animal, locked, if it can be offered on these terms, whatever its value.

    If the terms state a fee, it must be the current one. Raises AccountInactive, NotFound, AnimalGone, NotOwner,
    NotPlatformOwned, NotForSale, PriceNotPositive, FeeChanged, SaleNotSettled.
    """
    animal = await _animal(db, livestock_id, seller_id)
    await animals.require_sellable(db, livestock_id)
    require_terms(db, terms, seller_id=seller_id)
    sold = select(Listing.id).where(Listing.livestock_id == livestock_id, Listing.state == "sold")
    if await db.scalar(sold.where(Listing.settled_at.is_(None))) is not None:
        raise SaleNotSettled
    return animal


def require_terms(db: UnitOfWork, terms: OfferIn, *, seller_id: UUID | None) -> None:
    """Raises PriceNotPositive, FeeChanged."""
    if terms.price.minor <= 0:
        raise PriceNotPositive
    fee = rules.rule(db.settings(Settings), rules.listing_type(seller_id))
    if terms.fee_basis_points not in (None, fee.basis_points):
        raise FeeChanged


async def _animal(db: UnitOfWork, livestock_id: UUID, seller_id: UUID | None) -> Animal:
    """Returns the animal, locked so that its owner cannot change before this commits.

    Users learn nothing about animals that are not theirs.
    """
    if seller_id is not None:
        await standing.require_active(db, seller_id)
    animal = await db.get(Animal, livestock_id, with_for_update={"read": True})
    if seller_id is not None and (animal is None or animal.owner_id != seller_id):
        raise NotOwner
    if animal is None or animal.details_version == 0:
        raise NotFound("The marketplace does not know this animal.")
    if animal.gone is not None:
        raise AnimalGone(f"The animal is {animal.gone}.", reason=animal.gone)
    if animal.owner_id != seller_id:
        raise NotPlatformOwned
    return animal
