"""Livestock types and breeds: what an animal is."""

from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, CompoundSelect, Select, select
from sqlalchemy.orm import joinedload

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from farm.errors import (
    BreedNotFound,
    LivestockTypeNotFound,
    Retired,
    UnknownBreed,
    UnknownLivestockType,
    named_violations,
    refuse_other_version,
)
from farm.medicines.models import MedicineWithdrawal
from farm.models import Breed, Livestock, LivestockType
from farm.ownership.errors import Doubt, SecondPersonNeeded
from farm.schemas import BreedDetails, BreedOut, LivestockTypeDetails, LivestockTypeOut

Row = TypeVar("Row", LivestockType, Breed)

_TYPE = ("name", "description", "icon_url", "is_active")
_BREED = ("livestock_type_id", "name", "description", "typical_weight_kg", "characteristics", "is_active")


async def add_type(
    db: UnitOfWork, *, name: str, description: str | None, icon_url: str | None, by: UUID
) -> LivestockTypeDetails:
    """Adds a livestock type. Raises LivestockTypeExists; letter case makes no other name, here and below."""
    kind = LivestockType(name=name, description=description, icon_url=icon_url, created_at=clock.now(), created_by=by)
    await _save(db, kind)
    audit.record(db, "livestock_type.added", subject_id=kind.id, after=audit.picture(kind, *_TYPE))
    return LivestockTypeDetails.model_validate(kind)


async def add_breed(
    db: UnitOfWork,
    *,
    livestock_type_id: UUID,
    name: str,
    description: str | None,
    typical_weight_kg: Decimal | None,
    characteristics: dict[str, Any],
    by: UUID,
) -> BreedDetails:
    """Adds a breed to a type. Raises UnknownLivestockType, Retired, BreedExists."""
    kind = await db.get(LivestockType, livestock_type_id, with_for_update={"read": True, "key_share": True})
    if kind is None:
        raise UnknownLivestockType
    if not kind.is_active:
        raise Retired("The livestock type takes no new breeds.")
    breed = Breed(
        livestock_type_id=livestock_type_id,
        name=name,
        description=description,
        typical_weight_kg=typical_weight_kg,
        characteristics=characteristics,
        created_at=clock.now(),
        created_by=by,
    )
    await _save(db, breed)
    audit.record(db, "livestock_breed.added", subject_id=breed.id, after=audit.picture(breed, *_BREED))
    return BreedDetails.model_validate(breed)


async def change_type(
    db: UnitOfWork,
    type_id: UUID,
    *,
    version: int,
    name: str,
    description: str | None,
    icon_url: str | None,
    is_active: bool,
) -> LivestockTypeDetails:
    """Makes a type what is given. Raises LivestockTypeNotFound, VersionConflict, LivestockTypeExists."""
    kind = await _lock(db, LivestockType, type_id)
    refuse_other_version(version, kind.version)
    kind.version += 1
    before = audit.picture(kind, *_TYPE)
    kind.name, kind.description, kind.icon_url, kind.is_active = name, description, icon_url, is_active
    await _save(db, kind)
    after = audit.picture(kind, *_TYPE)
    audit.record(db, "livestock_type.changed", subject_id=type_id, before=before, after=after)
    return LivestockTypeDetails.model_validate(kind)


async def change_breed(
    db: UnitOfWork,
    breed_id: UUID,
    *,
    version: int,
    name: str,
    description: str | None,
    typical_weight_kg: Decimal | None,
    characteristics: dict[str, Any],
    is_active: bool,
) -> BreedDetails:
    """Makes a breed what is given; its type stays.

    Raises BreedNotFound, VersionConflict, BreedExists; SecondPersonNeeded for another typical weight once there are
    animals, for it says what they may weigh.
    """
    breed = await _lock(db, Breed, breed_id)
    refuse_other_version(version, breed.version)
    if typical_weight_kg != breed.typical_weight_kg and await db.scalar(_animals_of(breed_id).limit(1)) is not None:
        raise SecondPersonNeeded([Doubt("typical_weight", "It says what animals of this breed may weigh.")])
    breed.version += 1
    before = audit.picture(breed, *_BREED)
    breed.name, breed.description, breed.typical_weight_kg = name, description, typical_weight_kg
    breed.characteristics, breed.is_active = characteristics, is_active
    await _save(db, breed)
    after = audit.picture(breed, *_BREED)
    audit.record(db, "livestock_breed.changed", subject_id=breed_id, before=before, after=after)
    return BreedDetails.model_validate(breed)


async def drop_type(db: UnitOfWork, type_id: UUID) -> None:
    """Retires a type that has breeds, removes one that has none. Raises LivestockTypeNotFound."""
    breeds = select(Breed.id).where(_of_type(type_id))
    medicines = select(MedicineWithdrawal.medicine_id).where(MedicineWithdrawal.livestock_type_id == type_id)
    await _drop(db, await _lock(db, LivestockType, type_id), "livestock_type", users=breeds.union_all(medicines))


async def drop_breed(db: UnitOfWork, breed_id: UUID) -> None:
    """Retires a breed that animals belong to, removes one without. Raises BreedNotFound."""
    await _drop(db, await _lock(db, Breed, breed_id), "livestock_breed", users=_animals_of(breed_id))


async def for_animals(db: UnitOfWork, breed_id: UUID) -> Breed:
    """A breed with its type, neither of them retired until this commits. Raises UnknownBreed, Retired."""
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


async def types(
    db: UnitOfWork, paging: Paging, *, include_retired: bool, viewer: Principal | None
) -> Page[LivestockTypeDetails] | Page[LivestockTypeOut]:
    """The livestock types, newest first; administrators see who added them. Raises InvalidCursor, as all lists do."""
    query = select(LivestockType)
    if not include_retired:
        query = query.where(LivestockType.is_active)
    rows, cursor = await paginate(db, query, paging, key=[LivestockType.id])
    if _administers(viewer):
        details = [LivestockTypeDetails.model_validate(row) for row in rows]
        return Page[LivestockTypeDetails](items=details, next_cursor=cursor)
    return Page[LivestockTypeOut](items=[LivestockTypeOut.model_validate(row) for row in rows], next_cursor=cursor)


async def breeds(
    db: UnitOfWork, paging: Paging, *, livestock_type_id: UUID | None, include_retired: bool, viewer: Principal | None
) -> Page[BreedDetails] | Page[BreedOut]:
    """The breeds, of one type if it is given, as above; those of a retired type are retired with it."""
    query = select(Breed)
    if livestock_type_id is not None:
        query = query.where(_of_type(livestock_type_id))
    if not include_retired:
        query = query.join(Breed.type).where(Breed.is_active, LivestockType.is_active)
    rows, cursor = await paginate(db, query, paging, key=[Breed.id])
    if _administers(viewer):
        details = [BreedDetails.model_validate(row) for row in rows]
        return Page[BreedDetails](items=details, next_cursor=cursor)
    return Page[BreedOut](items=[BreedOut.model_validate(row) for row in rows], next_cursor=cursor)


def _animals_of(breed_id: UUID) -> Select[UUID]:
    return select(Livestock.id).where(Livestock.breed_id == breed_id)


def _administers(viewer: Principal | None) -> bool:
    return viewer is not None and viewer.role == "admin"


def _of_type(type_id: UUID) -> ColumnElement[bool]:
    return Breed.livestock_type_id == type_id


async def _lock(db: UnitOfWork, entity: type[Row], row_id: UUID) -> Row:
    """The row, for this transaction alone: who is adding to it has finished, and who will waits."""
    row = await db.get(entity, row_id, with_for_update=True)
    if row is None:
        raise LivestockTypeNotFound if entity is LivestockType else BreedNotFound
    return row


async def _drop(
    db: UnitOfWork, row: LivestockType | Breed, noun: str, *, users: Select[UUID] | CompoundSelect[UUID]
) -> None:
    before = audit.picture(row, "name", "is_active")
    if await db.scalar(users.limit(1)) is None:
        await db.delete(row)
        audit.record(db, f"{noun}.removed", subject_id=row.id, before=before)
    else:
        row.is_active = False
        row.version += 1
        audit.record(db, f"{noun}.retired", subject_id=row.id, before=before, after=audit.picture(row, *before))


async def _save(db: UnitOfWork, row: LivestockType | Breed) -> None:
    db.add(row)
    with named_violations():
        await db.flush()
