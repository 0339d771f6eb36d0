"""Animals from outside: the platform lists them, and the farm registers them.

A draft asks for the registration under an id that the marketplace has chosen. The farm's answer publishes the draft, or
ends it and says why. Repeating the request has no further effect.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select, update

from amigok_chassis import audit, clock
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.marketplace_listings import LivestockRegistrationRequested
from marketplace.animals import values
from marketplace.animals.models import Animal
from marketplace.listings import offering, service
from marketplace.listings.errors import AskedBefore, SecondPersonNeeded
from marketplace.listings.models import Intake, Listing
from marketplace.listings.schemas import NewAnimalIn, PlatformListingIn

_STUCK_AFTER = timedelta(minutes=10)


async def offer(db: UnitOfWork, terms: PlatformListingIn, *, by: UUID) -> tuple[Listing, Animal]:
    """Offers an animal of the platform, or drafts that for one from outside. Raises what these raise."""
    if terms.animal is not None:
        return await take_in(db, terms, terms.animal, by=by)
    assert terms.livestock_id is not None
    return await offering.offer(db, terms, livestock_id=terms.livestock_id, seller_id=None)


async def take_in(db: UnitOfWork, terms: PlatformListingIn, wanted: NewAnimalIn, *, by: UUID) -> tuple[Listing, Animal]:
    """Drafts a listing of an animal that the farm is asked to register; the one that there is if it was asked before.

    Raises PriceNotPositive, FeeChanged, SecondPersonNeeded, AlreadyListed, and AskedBefore for another animal or other
    terms with the same ear tag.
    """
    offering.require_terms(db, terms, seller_id=None)
    asked = terms.model_dump(mode="json")
    before = await _asked_before(db, wanted)
    if before is not None:
        return await _same(db, before, asked)
    animal = await _unregistered(db, wanted)
    if await values.is_low(db, animal.id, terms.price):
        raise SecondPersonNeeded
    listing = await offering.keep(db, terms, "draft", animal, seller_id=None)
    db.add(Intake(listing_id=listing.id, livestock_id=animal.id, tag_key=_key(wanted), asked=asked))
    after = {"livestock_id": animal.id, "price": str(terms.price), "tag_number": wanted.tag_number}
    audit.record(db, "listing.drafted", subject_id=listing.id, after=after)
    emit(
        db,
        LivestockRegistrationRequested(
            livestock_id=animal.id, listing_id=listing.id, requested_by=by, **wanted.model_dump()
        ),
    )
    return listing, animal


async def publish(db: UnitOfWork, livestock_id: UUID) -> None:
    """The farm has the animal, whose row is locked: its draft goes live."""
    listing = await _draft(db, livestock_id)
    if listing is None:
        return
    if await service.obstacle(db, listing) is not None:
        service.end(db, listing, reason="not_owner")
        return
    animal = await db.get_one(Animal, livestock_id)
    listing.title = listing.title or animal.name
    listing.expires_at = offering.expiry(db)
    listing.take("publish", now=clock.now())
    offering.announce(db, listing)


async def refuse(db: UnitOfWork, livestock_id: UUID, reason: str) -> None:
    """The farm does not register the animal: its draft ends, and the tag may be asked for again."""
    listing = await _draft(db, livestock_id)
    if listing is not None:
        listing.take("discard", now=clock.now())
    await db.execute(update(Intake).where(Intake.livestock_id == livestock_id).values(refusal=reason))


async def stuck(db: UnitOfWork) -> int:
    """Counts drafts that the farm should have answered long ago."""
    late = clock.now() - _STUCK_AFTER
    return await db.scalar(select(func.count()).where(Listing.state == "draft", Listing.created_at < late)) or 0


async def _draft(db: UnitOfWork, livestock_id: UUID) -> Listing | None:
    draft = select(Listing).where(Listing.livestock_id == livestock_id, Listing.state == "draft")
    return await db.scalar(draft.with_for_update(key_share=True))


async def _asked_before(db: UnitOfWork, wanted: NewAnimalIn) -> Intake | None:
    return await db.scalar(select(Intake).where(Intake.tag_key == _key(wanted), Intake.refusal.is_(None)))


async def _same(db: UnitOfWork, before: Intake, asked: dict[str, object]) -> tuple[Listing, Animal]:
    """Raises AskedBefore."""
    if before.asked != asked:
        raise AskedBefore
    audit.unchanged()
    return await db.get_one(Listing, before.listing_id), await db.get_one(Animal, before.livestock_id)


async def _unregistered(db: UnitOfWork, wanted: NewAnimalIn) -> Animal:
    """Stores what is known of an animal before the farm's events, which replace it."""
    animal = Animal(
        id=new_id(),
        type_name="",
        breed_name="",
        farm_name="",
        tag_number=wanted.tag_number,
        sex=wanted.sex,
        weight_kg=wanted.weight_kg,
        blocks=[],
        photos=[],
    )
    db.add(animal)
    await db.flush()
    worth = round(wanted.price_per_kg.minor * wanted.weight_kg)
    await values.learn(db, animal.id, Money.of_minor(worth, wanted.price_per_kg.currency))
    return animal


def _key(wanted: NewAnimalIn) -> str:
    """The tag as the farm compares it."""
    return "".join(filter(str.isalnum, wanted.tag_number)).upper()
