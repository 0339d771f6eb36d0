"""Animals that are born in a farm belong to whoever owned the dam when they were born.

Whoever records a birth owns none of the animals, and the offspring are not sold before somebody else has confirmed it.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import structlog
from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import LivestockBorn
from farm.births import doubts
from farm.births.errors import BornBeforeDamCame, NotADam, OtherSpecies
from farm.births.models import Birth
from farm.births.schemas import BirthOut, OffspringIn
from farm.blocks.service import Cause
from farm.breeds.errors import UnknownBreed
from farm.breeds.models import Breed
from farm.farms.locks import lock_farm
from farm.farms.models import Farm
from farm.livestock import lifecycle
from farm.livestock.locks import lock_animal
from farm.livestock.models import Livestock
from farm.livestock.queries import several
from farm.movements.models import Movement
from farm.ownership import service as ownership
from farm.ownership.models import Ownership
from farm.pedigree.errors import BornInFuture
from farm.registrations import service as registrations
from farm.staff import service as staff
from farm.staff.errors import refuse_doubtful

log = structlog.get_logger()

UNCONFIRMED = "unconfirmed"


async def record(
    db: UnitOfWork, dam_id: UUID, *, born_at: datetime, offspring: Sequence[OffspringIn], by: Principal
) -> BirthOut:
    """Records a birth. The offspring live in the dam's farm; somebody else confirms them before they are sold.

    Raises LivestockNotFound, OtherFarm, OwnAnimal, NotADam, BornInFuture, BornBeforeDamCame, UnknownBreed,
    OtherSpecies, SecondPersonNeeded, FarmFull, TagNumberTaken, IdCardTaken.
    """
    dam = await admit(db, dam_id, born_at=born_at, by=by)
    await _breeds(db, dam, offspring)
    refuse_doubtful(await doubts.find(db, dam, born_at=born_at, offspring=offspring))
    return await store(db, dam_id, born_at=born_at, offspring=offspring, by=by.id)


async def admit(db: UnitOfWork, dam_id: UUID, *, born_at: datetime, by: Principal) -> Livestock:
    """Returns the dam, locked, if this person may record that she gave birth then.

    Raises LivestockNotFound, OtherFarm, OwnAnimal, NotADam, BornInFuture, BornBeforeDamCame.
    """
    if born_at > clock.now():
        raise BornInFuture
    dam = await lock_animal(db, dam_id)
    await staff.require(db, by, dam.farm_id)
    await ownership.require_others(db, dam_id, by.id, since=born_at)
    _refuse_unless_dam(dam, born_at)
    await _owner_at(db, dam_id, born_at)
    return dam


async def store(
    db: UnitOfWork,
    dam_id: UUID,
    *,
    born_at: datetime,
    offspring: Sequence[OffspringIn],
    by: UUID,
    confirmed_by: UUID | None = None,
) -> BirthOut:
    """Stores a birth despite any doubts. `confirmed_by` is who approved it, if it was proposed.

    Raises LivestockNotFound, NotADam, BornBeforeDamCame, UnknownBreed, OtherSpecies, FarmFull, TagNumberTaken,
    IdCardTaken.
    """
    now, dam = clock.now(), await lock_animal(db, dam_id)
    _refuse_unless_dam(dam, born_at)
    birth = Birth(
        id=new_id(),
        dam_id=dam_id,
        owner_id=await _owner_at(db, dam_id, born_at),
        born_at=born_at,
        recorded_at=now,
        recorded_by=by,
        confirmed_at=None if confirmed_by is None else now,
        confirmed_by=confirmed_by,
    )
    db.add(birth)
    breeds = await _breeds(db, dam, offspring)
    farm = await lock_farm(db, dam.farm_id)
    born = [_offspring(each, birth=birth, dam=dam, farm=farm, breeds=breeds) for each in offspring]
    blocked = Cause(UNCONFIRMED, birth.id) if confirmed_by is None else None
    await registrations.take_in(db, born, "born", at=born_at, by=by, reference_id=birth.id, blocked=blocked)
    for animal in born:
        emit(db, _born(animal, birth))
    after = {"birth_id": birth.id, "born_at": born_at, "offspring": len(born)}
    audit.record(db, "livestock.born", subject_id=dam_id, after=after)
    log.info("livestock.born", birth_id=str(birth.id), offspring=len(born))
    shown = await several(db, [animal.id for animal in born])
    return BirthOut(id=birth.id, dam_id=dam_id, born_at=born_at, offspring=shown)


async def show(db: UnitOfWork, birth_id: UUID) -> BirthOut:
    """Returns a birth that exists, with its offspring."""
    birth = await db.get_one(Birth, birth_id)
    born = select(Movement.livestock_id).where(Movement.reference_id == birth_id, Movement.kind == "born")
    offspring = await several(db, (await db.scalars(born.order_by(Movement.id))).all())
    return BirthOut(id=birth.id, dam_id=birth.dam_id, born_at=birth.born_at, offspring=offspring)


def _refuse_unless_dam(animal: Livestock, born_at: datetime) -> None:
    if animal.sex != "female":
        raise NotADam("The animal is not female.")
    if animal.is_gone:
        raise NotADam(f"The animal is {animal.status}.")
    if animal.date_of_birth is not None and born_at.date() <= animal.date_of_birth:
        raise NotADam("The animal was not born yet.")


async def _owner_at(db: UnitOfWork, livestock_id: UUID, moment: datetime) -> UUID | None:
    """Returns who owned an animal then; None is the platform. Raises BornBeforeDamCame if it had not come yet."""
    found = await db.scalar(
        select(Ownership).where(
            Ownership.livestock_id == livestock_id,
            Ownership.started_at <= moment,
            or_(Ownership.ended_at.is_(None), Ownership.ended_at > moment),
        )
    )
    if found is None:
        raise BornBeforeDamCame
    return found.owner_id


async def _breeds(db: UnitOfWork, dam: Livestock, offspring: Sequence[OffspringIn]) -> dict[UUID, Breed]:
    """Returns the dam's breed and those that are given, with their type. Raises UnknownBreed, OtherSpecies."""
    wanted = {dam.breed_id} | {each.breed_id for each in offspring if each.breed_id is not None}
    found = await db.scalars(select(Breed).where(Breed.id.in_(wanted)).options(joinedload(Breed.type, innerjoin=True)))
    breeds = {breed.id: breed for breed in found}
    if breeds.keys() != wanted:
        raise UnknownBreed
    if len({breed.livestock_type_id for breed in breeds.values()}) > 1:
        raise OtherSpecies
    return breeds


def _offspring(new: OffspringIn, *, birth: Birth, dam: Livestock, farm: Farm, breeds: dict[UUID, Breed]) -> Livestock:
    """Returns a new animal with a place in the farm, which must be locked. Raises FarmFull."""
    farm.take_place()
    price = new.price_per_kg or dam.price_per_kg
    return Livestock(
        farm=farm,
        breed=breeds[new.breed_id or dam.breed_id],
        owner_id=birth.owner_id,
        status=lifecycle.after("born", None, owned=birth.owner_id is not None),
        tag_number=new.tag_number,
        unique_id_card=new.unique_id_card,
        sex=new.sex,
        genetic_dam_id=dam.id,
        birth_dam_id=dam.id,
        date_of_birth=birth.born_at.date(),
        weight_kg=new.weight_kg,
        price_per_kg_minor=price.minor,
        currency=price.currency,
        registered_at=birth.recorded_at,
    )


def _born(animal: Livestock, birth: Birth) -> LivestockBorn:
    return LivestockBorn(
        livestock_id=animal.id,
        birth_id=birth.id,
        dam_id=birth.dam_id,
        owner_id=animal.owner_id,
        born_at=birth.born_at,
    )
