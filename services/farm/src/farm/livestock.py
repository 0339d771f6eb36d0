"""Animals: how they come to the platform, and who may see what of them."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

import structlog
from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import joinedload

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.errors import Forbidden
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.farm import LivestockRegistered
from farm import catalog, subjects
from farm.blocks import service as blocks
from farm.bounds.rules import Bounds
from farm.errors import LivestockNotFound, TooHeavy, UnknownFarm, named_violations
from farm.machine import FARM_PEOPLE
from farm.models import Breed, Farm, Livestock, Ownership, Sex
from farm.movements import service as movements
from farm.pedigree import service as pedigree
from farm.pedigree.rules import Parents, check_birth
from farm.photos.models import Photo
from farm.prices import models as prices
from farm.schemas import LivestockDetails, LivestockOut, OwnershipOut, details, public
from farm.weights import models as weights

log = structlog.get_logger()

NAMES = (
    joinedload(Livestock.farm, innerjoin=True),
    joinedload(Livestock.breed, innerjoin=True).joinedload(Breed.type, innerjoin=True),
)
PUBLIC = (*NAMES, joinedload(Livestock.cover.of_type(Photo)))
"""What the public view of an animal shows of other rows."""

WHOLE = (*PUBLIC, joinedload(Livestock.ownership))
"""What the whole view shows of them."""


async def register(
    db: UnitOfWork,
    *,
    by: UUID,
    farm_id: UUID,
    breed_id: UUID,
    tag_number: str,
    unique_id_card: str,
    sex: Sex,
    date_of_birth: date | None,
    weight_kg: Decimal,
    price_per_kg: Money,
    eid: str | None = None,
    genetic_dam_id: UUID | None = None,
    sire_id: UUID | None = None,
    birth_dam_id: UUID | None = None,
) -> LivestockDetails:
    """Takes an animal from outside into a farm, as the platform's own; `by` is the administrator.

    Raises BornInFuture, BornTooEarly, TooHeavy, UnknownBreed, Retired, UnknownFarm, FarmFull, UnknownParent,
    UnfitParent, TagNumberTaken, IdCardTaken, EidTaken.
    """
    now = clock.now()
    breed = await catalog.for_animals(db, breed_id)
    parents = Parents(genetic_dam_id, sire_id, birth_dam_id)
    await pedigree.check(db, parents, livestock_type_id=breed.livestock_type_id, date_of_birth=date_of_birth)
    farm = await db.get(Farm, farm_id, with_for_update={"key_share": True})
    if farm is None:
        raise UnknownFarm
    animal = newcomer(
        farm,
        breed,
        now,
        tag_number=tag_number,
        unique_id_card=unique_id_card,
        eid=eid,
        sex=sex,
        date_of_birth=date_of_birth,
        parents=parents,
        weight_kg=weight_kg,
        price_per_kg=price_per_kg,
    )
    await take_in(db, [animal], "bought_in", at=now, by=by)
    told = audit.picture(animal, "farm_id", "breed_id", "tag_number", "weight_kg") | {"price_per_kg": str(price_per_kg)}
    audit.record(db, "livestock.registered", subject_id=animal.id, after=told)
    log.info("livestock.registered", livestock_id=str(animal.id), farm_id=str(farm.id))
    return await whole(db, animal.id)


def newcomer(
    farm: Farm,
    breed: Breed,
    now: datetime,
    *,
    tag_number: str,
    unique_id_card: str,
    sex: Sex,
    date_of_birth: date | None,
    weight_kg: Decimal,
    price_per_kg: Money,
    eid: str | None = None,
    parents: Parents = Parents(),
) -> Livestock:
    """A new animal of the platform's own, with a place in the farm, which is locked.

    Raises BornInFuture, BornTooEarly, TooHeavy, FarmFull.
    """
    check_birth(date_of_birth, registered_on=now.date())
    _refuse_too_heavy(breed, weight_kg)
    farm.take_place()
    return Livestock(
        farm=farm,
        breed=breed,
        tag_number=tag_number,
        unique_id_card=unique_id_card,
        eid=eid,
        sex=sex,
        date_of_birth=date_of_birth,
        **parents._asdict(),
        weight_kg=weight_kg,
        price_per_kg_minor=price_per_kg.minor,
        currency=price_per_kg.currency,
        registered_at=now,
    )


def _refuse_too_heavy(breed: Breed, weight_kg: Decimal) -> None:
    """Raises TooHeavy: nobody weighs so much, whatever its age."""
    most = Bounds.model_validate(breed.type.bounds).most(breed.typical_weight_kg, born=None, on=date.min)
    if weight_kg > most:
        raise TooHeavy(f"Such an animal weighs at most {most:.2f} kg.")


async def take_in(
    db: UnitOfWork,
    animals: Sequence[Livestock],
    kind: Literal["bought_in", "born"],
    *,
    at: datetime,
    by: UUID,
    reference_id: UUID | None = None,
    blocked: blocks.Cause | None = None,
) -> None:
    """Stores newcomers, loaded with farm (locked, their places taken), breed and type: registers and announces them.

    `blocked` is what keeps them from being sold from the beginning.
    Nothing is announced when it raises: TagNumberTaken, IdCardTaken, EidTaken.
    """
    await store(db, animals)
    reason: Literal["registered", "born"] = "registered" if kind == "bought_in" else "born"
    for animal in animals:
        db.add(Ownership(livestock_id=animal.id, owner_id=animal.owner_id, started_at=at, reason=reason))
        db.add(weights.at_registration(animal))
        db.add(prices.at_registration(animal))
        movements.enter(db, animal, kind, at=at, by=by, reference_id=reference_id)
        emit(db, _registered(animal))
        if blocked is not None:
            blocks.begin_with(db, animal.id, blocked, now=animal.registered_at)
    await blocks.arrived(db, [animal.id for animal in animals])


async def store(db: UnitOfWork, animals: Sequence[Livestock]) -> None:
    """All that the database may refuse of newcomers. Raises TagNumberTaken, IdCardTaken, EidTaken."""
    db.add_all(animals)
    with named_violations():
        await db.flush()


def _registered(animal: Livestock) -> LivestockRegistered:
    return LivestockRegistered(
        livestock_id=animal.id,
        farm_id=animal.farm.id,
        farm_name=animal.farm.name,
        type_name=animal.breed.type.name,
        breed_name=animal.breed.name,
        tag_number=animal.tag_number,
        sex=animal.sex,
        weight_kg=animal.weight_kg,
        value=animal.value,
        owner_id=animal.owner_id,
    )


async def show(db: UnitOfWork, livestock_id: UUID, *, viewer: Principal | None) -> LivestockDetails | LivestockOut:
    """One animal, whole for its owner and the farm's people. Raises LivestockNotFound."""
    animal = await find(db, livestock_id)
    return details(animal) if sees_all(viewer, animal) else public(animal)


async def whole(db: UnitOfWork, livestock_id: UUID) -> LivestockDetails:
    """All of one animal. Raises LivestockNotFound."""
    return details(await find(db, livestock_id))


async def owners(db: UnitOfWork, paging: Paging, livestock_id: UUID, *, viewer: Principal) -> Page[OwnershipOut]:
    """Whose the animal was, the current owner first. Raises LivestockNotFound, Forbidden."""
    await disclosed(db, livestock_id, viewer=viewer)
    query = select(Ownership).where(Ownership.livestock_id == livestock_id)
    rows, cursor = await paginate(db, query, paging, key=[Ownership.started_at, Ownership.id])
    return Page(items=[OwnershipOut.model_validate(row) for row in rows], next_cursor=cursor)


async def several(db: UnitOfWork, livestock_ids: Sequence[UUID]) -> list[LivestockDetails]:
    """The whole view of these animals, in this order."""
    found = {animal.id: details(animal) for animal in await db.scalars(_whole(Livestock.id.in_(livestock_ids)))}
    return [found[livestock_id] for livestock_id in livestock_ids]


async def disclosed(db: UnitOfWork, livestock_id: UUID, *, viewer: Principal) -> None:
    """Refuses who may not see what is not public of an animal. Raises LivestockNotFound, Forbidden."""
    if not sees_all(viewer, await subjects.animal(db, livestock_id)):
        raise Forbidden("Only the animal's owner and the farm's people see this.")


def sees_all(viewer: Principal | None, animal: Livestock) -> bool:
    """Whether the viewer may see what is not public: the owner of now and the farm's people, nobody else."""
    return viewer is not None and (viewer.role in FARM_PEOPLE or viewer.id == animal.owner_id)


async def find(db: UnitOfWork, livestock_id: UUID) -> Livestock:
    """An animal with all that its views show. Raises LivestockNotFound."""
    animal = await db.scalar(_whole(Livestock.id == livestock_id))
    if animal is None:
        raise LivestockNotFound
    return animal


def _whole(which: ColumnElement[bool]) -> Select[Livestock]:
    return select(Livestock).options(*WHOLE).where(which)
