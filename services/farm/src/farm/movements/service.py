"""Only a row of the register changes an animal's status or farm. Both are written here, together.

Locks are taken in one order: the animal, what the movement is about (a removal, a death), farms by id.
"""

from datetime import datetime
from uuid import UUID

import structlog
from sqlalchemy import select

from amigok_chassis import audit, clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import LivestockMoved
from farm.areas.placing import vacate
from farm.blocks import of_farms
from farm.blocks import service as blocks
from farm.farms.errors import UnknownFarm
from farm.farms.locks import lock_farm, lock_farms
from farm.livestock.lifecycle import Kind
from farm.livestock.locks import lock_animal
from farm.livestock.models import Livestock
from farm.movements.errors import AlreadyThere, NotThere, Quarantined
from farm.movements.models import Movement
from farm.movements.schemas import MovementOut
from farm.ownership import service as ownership
from farm.ownership.models import Ownership

log = structlog.get_logger()


def enter(
    db: UnitOfWork, animal: Livestock, kind: Kind, *, at: datetime, by: UUID, reference_id: UUID | None = None
) -> None:
    """Writes the first row of an animal that has just been inserted."""
    _write(db, animal, kind, from_farm_id=None, to_farm_id=animal.farm_id, at=at, by=by, reference_id=reference_id)


def hand_over(
    db: UnitOfWork,
    animal: Livestock,
    kind: Kind,
    *,
    previous: Ownership,
    following: Ownership,
    reference_id: UUID,
    now: datetime,
) -> datetime:
    """Ends one ownership of the animal, which must be locked, and begins the next; it stays where it is.

    The row that ends is written before the one that begins: a flush updates a table first. Returns when. Raises
    IllegalMovement.
    """
    at = previous.end(now)
    animal.undergo(kind, owner_id=following.owner_id)
    place = animal.farm_id
    _write(db, animal, kind, from_farm_id=place, to_farm_id=place, at=at, by=None, reference_id=reference_id)
    following.livestock_id, following.started_at = animal.id, at
    db.add(following)
    return at


async def leave(
    db: UnitOfWork,
    animal: Livestock,
    kind: Kind,
    *,
    owner_id: UUID | None,
    at: datetime,
    by: UUID,
    reference_id: UUID,
) -> None:
    """Takes the animal, which must be locked, out of its farm and frees its place. Raises IllegalMovement."""
    animal.undergo(kind, owner_id=owner_id)
    place = animal.farm_id
    (await lock_farm(db, place)).free_place()
    vacate(db, animal, at=clock.now())
    _write(db, animal, kind, from_farm_id=place, to_farm_id=None, at=at, by=by, reference_id=reference_id)


async def correct(db: UnitOfWork, animal: Livestock, *, at: datetime, by: UUID, reference_id: UUID) -> None:
    """Takes back the death that is last in the register. The animal, which must be locked, takes a place again.

    Raises IllegalMovement, FarmFull.
    """
    animal.undergo("corrected", owner_id=animal.owner_id)
    wrong = await last(db, animal.id)
    place = animal.farm_id
    (await lock_farm(db, place)).take_place()
    _write(
        db,
        animal,
        "corrected",
        from_farm_id=None,
        to_farm_id=place,
        at=at,
        by=by,
        reference_id=reference_id,
        corrects_id=wrong.id,
    )


async def move(db: UnitOfWork, livestock_id: UUID, *, farm_id: UUID, from_farm_id: UUID, by: UUID) -> MovementOut:
    """Moves an animal from one farm to another: takes a place there and frees the old one.

    Raises LivestockNotFound, OwnAnimal, IllegalMovement, AlreadyThere, NotThere, UnknownFarm, FarmFull, Quarantined.
    """
    animal = await lock_animal(db, livestock_id)
    await ownership.require_others(db, livestock_id, by, since=clock.now())
    animal.undergo("moved", owner_id=animal.owner_id)
    if animal.farm_id == farm_id:
        raise AlreadyThere
    if animal.farm_id != from_farm_id:
        raise NotThere(farm_id=str(animal.farm_id))
    farms = await lock_farms(db, animal.farm_id, farm_id)
    if farm_id not in farms:
        raise UnknownFarm
    source, target = farms[animal.farm_id], farms[farm_id]
    target.take_place()
    source.free_place()
    now = clock.now()
    blocked = await blocks.standing(db, livestock_id, now=now)
    if any(block.reason == "quarantine" for block in blocked):
        raise Quarantined
    animal.farm_id = farm_id
    movement = _write(db, animal, "moved", from_farm_id=source.id, to_farm_id=farm_id, at=now, by=by)
    emit(
        db,
        LivestockMoved(
            livestock_id=animal.id,
            from_farm_id=source.id,
            farm_id=farm_id,
            farm_name=target.name,
            moved_at=now,
        ),
    )
    vacate(db, animal, at=now)
    before, after = {"farm_id": source.id}, {"farm_id": farm_id}
    audit.record(db, "livestock.moved", subject_id=livestock_id, before=before, after=after)
    log.info("livestock.moved", livestock_id=str(animal.id), farm_id=str(farm_id))
    await db.flush()
    if await blocks.standing(db, livestock_id, now=now) != blocked or not await of_farms.are_published(db, source.id):
        await blocks.publish(db, Livestock.id == livestock_id)
    return MovementOut.model_validate(movement)


async def last(db: UnitOfWork, livestock_id: UUID) -> Movement:
    """Returns the newest row of an animal."""
    newest = select(Movement).where(Movement.livestock_id == livestock_id).order_by(Movement.version.desc()).limit(1)
    return (await db.scalars(newest)).one()


def _write(
    db: UnitOfWork,
    animal: Livestock,
    kind: Kind,
    *,
    from_farm_id: UUID | None,
    to_farm_id: UUID | None,
    at: datetime,
    by: UUID | None,
    reference_id: UUID | None = None,
    corrects_id: UUID | None = None,
) -> Movement:
    movement = Movement(
        livestock_id=animal.id,
        version=animal.version,
        kind=kind,
        from_farm_id=from_farm_id,
        to_farm_id=to_farm_id,
        occurred_at=at,
        recorded_at=max(clock.now(), at),
        recorded_by=by,
        reference_id=reference_id,
        corrects_id=corrects_id,
    )
    db.add(movement)
    return movement
