"""Breeds: what an animal is."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.rows import named_violations, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import BreedChanged
from farm.breeds.errors import BreedExists, BreedNotFound, UnknownBreed
from farm.breeds.models import Breed
from farm.breeds.schemas import BreedChange, BreedDetails, BreedIn, BreedOut
from farm.staff.errors import Doubt, SecondPersonNeeded
from farm.tables import remove_or_retire
from farm.types.errors import Retired, UnknownLivestockType
from farm.types.models import LivestockType

_CHANGED = ("name", "description", "typical_weight_kg", "characteristics", "is_active")
_AUDITED = ("livestock_type_id", *_CHANGED)
_VIOLATIONS = {"livestock_breeds_name_key": BreedExists}


async def add(db: UnitOfWork, wanted: BreedIn, *, by: UUID) -> BreedDetails:
    """Adds a breed to a type. Raises UnknownLivestockType, Retired, BreedExists."""
    kind = await db.get(LivestockType, wanted.livestock_type_id, with_for_update={"read": True, "key_share": True})
    if kind is None:
        raise UnknownLivestockType
    if not kind.is_active:
        raise Retired("The livestock type takes no new breeds.")
    breed = Breed(**dict(wanted), created_at=clock.now(), created_by=by)
    db.add(breed)
    with named_violations(_VIOLATIONS):
        await db.flush()
    publish(db, breed, retired=not breed.is_active)
    audit.record(db, "livestock_breed.added", subject_id=breed.id, after=audit.picture(breed, *_AUDITED))
    return BreedDetails.model_validate(breed)


async def change(db: UnitOfWork, breed_id: UUID, wanted: BreedChange) -> BreedDetails:
    """Replaces what can be changed of a breed.

    Raises BreedNotFound, VersionConflict, BreedExists. Raises SecondPersonNeeded for another typical weight once the
    breed has animals, because it bounds what they may weigh.
    """
    breed = await lock(db, breed_id)
    refuse_other_version(wanted.version, breed.version)
    if wanted.typical_weight_kg != breed.typical_weight_kg and await _has_animals(db, breed_id):
        raise SecondPersonNeeded([Doubt("typical_weight", "It bounds what animals of this breed may weigh.")])
    before = audit.picture(breed, *_AUDITED)
    for name in _CHANGED:
        setattr(breed, name, getattr(wanted, name))
    breed.version += 1
    with named_violations(_VIOLATIONS):
        await db.flush()
    publish(db, breed, retired=not breed.is_active)
    after = audit.picture(breed, *_AUDITED)
    audit.record(db, "livestock_breed.changed", subject_id=breed_id, before=before, after=after)
    return BreedDetails.model_validate(breed)


async def drop(db: UnitOfWork, breed_id: UUID) -> None:
    """Removes a breed without animals, and retires one that has some. Raises BreedNotFound."""
    breed = await lock(db, breed_id)
    publish(db, breed, retired=True)
    await remove_or_retire(db, breed, noun="livestock_breed")


def publish(db: UnitOfWork, breed: Breed, *, retired: bool) -> None:
    """Publishes what a breed is like now. It must be locked, or new."""
    about = {"breed_id": breed.id, "livestock_type_id": breed.livestock_type_id}
    emit(db, BreedChanged(**about, name=breed.name, retired=retired))


async def lock(db: UnitOfWork, breed_id: UUID) -> Breed:
    """Returns the breed, locked against whoever adds an animal of it. Raises BreedNotFound."""
    breed = await db.get(Breed, breed_id, with_for_update=True, populate_existing=True)
    if breed is None:
        raise BreedNotFound
    return breed


async def for_animals(db: UnitOfWork, breed_id: UUID) -> Breed:
    """Returns a breed with its type. Neither is retired before this commits. Raises UnknownBreed, Retired."""
    breed = await db.scalar(
        select(Breed)
        .options(joinedload(Breed.type, innerjoin=True))
        .where(Breed.id == breed_id)
        .with_for_update(read=True, key_share=True)
        .execution_options(populate_existing=True)
    )
    if breed is None:
        raise UnknownBreed
    breed.refuse_retired()
    return breed


async def list_breeds(
    db: UnitOfWork, paging: Paging, *, livestock_type_id: UUID | None, include_retired: bool, viewer: Principal | None
) -> Page[BreedDetails] | Page[BreedOut]:
    """Returns the breeds, of one type if it is given, newest first; administrators see who added them.

    The breeds of a retired type are retired with it. Raises InvalidCursor.
    """
    query = select(Breed)
    if livestock_type_id is not None:
        query = query.where(Breed.livestock_type_id == livestock_type_id)
    if not include_retired:
        query = query.join(Breed.type).where(Breed.is_active, LivestockType.is_active)
    rows, cursor = await paginate(db, query, paging, key=[Breed.id])
    if viewer is not None and viewer.role == "admin":
        details = [BreedDetails.model_validate(row) for row in rows]
        return Page[BreedDetails](items=details, next_cursor=cursor)
    return Page[BreedOut](items=[BreedOut.model_validate(row) for row in rows], next_cursor=cursor)


async def _has_animals(db: UnitOfWork, breed_id: UUID) -> bool:
    return await db.scalar(select(Breed.id).where(Breed.id == breed_id, Breed.animals.any())) is not None
