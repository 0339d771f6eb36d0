"""Registers animals: from outside one by one, as rows of a file, or as offspring."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

import structlog

from amigok_chassis import audit, clock
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.rows import named_violations
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.farm import LivestockRegistered
from farm.blocks import service as blocks
from farm.bounds.rules import Bounds
from farm.breeds.models import Breed
from farm.breeds.service import for_animals
from farm.farms.errors import UnknownFarm
from farm.farms.models import Farm
from farm.livestock.errors import VIOLATIONS
from farm.livestock.models import Livestock, Sex
from farm.livestock.queries import whole
from farm.livestock.schemas import LivestockDetails
from farm.movements import service as movements
from farm.ownership.models import Ownership
from farm.pedigree import service as pedigree
from farm.pedigree.rules import Parents, check_birth
from farm.prices import models as prices
from farm.registrations.errors import TooHeavy
from farm.weights import models as weights

log = structlog.get_logger()


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
    livestock_id: UUID | None = None,
) -> LivestockDetails:
    """Registers an animal from outside in a farm; the platform owns it. `by` is the administrator.

    It gets a new id unless whoever asks has chosen one.

    Raises BornInFuture, BornTooEarly, TooHeavy, UnknownBreed, Retired, UnknownFarm, FarmFull, UnknownParent,
    UnfitParent, TagNumberTaken, IdCardTaken, EidTaken.
    """
    now = clock.now()
    breed = await for_animals(db, breed_id)
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
    animal.id = livestock_id or new_id()
    await take_in(db, [animal], "bought_in", at=now, by=by)
    after = audit.picture(animal, "farm_id", "breed_id", "tag_number", "weight_kg")
    after |= {"price_per_kg": str(price_per_kg)}
    audit.record(db, "livestock.registered", subject_id=animal.id, after=after)
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
    """Returns a new animal of the platform with a place in the farm, which must be locked.

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
    """Raises TooHeavy if no animal of the type weighs this much at any age."""
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
    """Stores new animals with their first rows of every history, and publishes them.

    They are loaded with their farm, which is locked and has their places taken, breed and type. `blocked` keeps them
    from being sold from the beginning. Publishes nothing if it raises TagNumberTaken, IdCardTaken, EidTaken.
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
    """Inserts new animals, which the database may refuse. Raises TagNumberTaken, IdCardTaken, EidTaken."""
    db.add_all(animals)
    with named_violations(VIOLATIONS):
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
        livestock_type_id=animal.breed.livestock_type_id,
        breed_id=animal.breed.id,
        date_of_birth=animal.date_of_birth,
        registered_at=animal.registered_at,
        unique_id_card=animal.unique_id_card,
        eid=animal.eid,
    )
