"""A death takes effect when it is reported. A veterinarian confirms it; two people can revert a wrong report.

Every step locks the animal's row first, so that a death, a sale and a claim come one after the other.
"""

from datetime import datetime
from uuid import UUID

import structlog
from sqlalchemy import select

from amigok_chassis import audit, clock
from amigok_chassis.auth import Principal
from amigok_chassis.errors import Forbidden
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import LivestockDied
from farm.blocks import service as blocks
from farm.deaths.errors import DeathNotFound, DiedBeforeLastMovement, DiedInFuture, OtherDeath, OwnReport
from farm.deaths.models import DEATHS, STANDING, Death
from farm.livestock.locks import lock_animal
from farm.livestock.models import Livestock
from farm.movements import service as movements
from farm.ownership import service as ownership
from farm.removals import service as removals
from farm.staff import service as staff
from farm.staff.roles import FARM_PEOPLE

log = structlog.get_logger()


async def report(
    db: UnitOfWork, livestock_id: UUID, *, cause: str, died_at: datetime, evidence: str | None, by: Principal
) -> Death:
    """Reports a death: the animal's place is free and it cannot be sold. Its owner stays the same.

    Raises LivestockNotFound, OtherFarm, OwnAnimal, IllegalMovement, DiedInFuture, DiedBeforeLastMovement.
    """
    now = clock.now()
    if died_at > now:
        raise DiedInFuture
    animal = await lock_animal(db, livestock_id)
    await staff.require(db, by, animal.farm_id)
    await ownership.require_others(db, livestock_id, by.id, since=died_at)
    death = Death(
        id=new_id(),
        livestock_id=livestock_id,
        owner_id=animal.owner_id,
        state=DEATHS.follow("report", None),
        cause=cause,
        evidence=evidence,
        died_at=died_at,
        value_minor=animal.value.minor,
        currency=animal.currency,
        reported_at=now,
        reported_by=by.id,
    )
    if died_at < (await movements.last(db, livestock_id)).occurred_at:
        raise DiedBeforeLastMovement
    before = audit.picture(animal, "status")
    await movements.leave(db, animal, "died", owner_id=animal.owner_id, at=died_at, by=by.id, reference_id=death.id)
    db.add(death)
    emit(
        db,
        LivestockDied(
            livestock_id=livestock_id,
            death_id=death.id,
            owner_id=animal.owner_id,
            died_at=died_at,
        ),
    )
    if not await removals.void(db, livestock_id):
        await blocks.publish(db, Livestock.id == livestock_id)
    after = {"death_id": death.id, "died_at": died_at} | audit.picture(animal, "status")
    audit.record(db, "livestock.died", subject_id=livestock_id, before=before, after=after)
    log.info("livestock.died", livestock_id=str(livestock_id), death_id=str(death.id))
    return death


async def confirm(db: UnitOfWork, livestock_id: UUID, *, death_id: UUID, findings: str, by: UUID) -> Death:
    """Confirms a death that a veterinarian has seen.

    Raises LivestockNotFound, DeathNotFound, OtherDeath, OwnAnimal, OwnReport, WrongState.
    """
    await lock_animal(db, livestock_id)
    death = await expect(db, livestock_id, death_id)
    await ownership.require_others(db, livestock_id, by, since=death.died_at)
    if death.reported_by == by:
        raise OwnReport
    before = audit.picture(death, "state")
    death.become("confirm")
    death.findings, death.confirmed_at, death.confirmed_by = findings, clock.now(), by
    audit.record(db, "death.confirmed", subject_id=death.id, before=before, after=audit.picture(death, "state"))
    return death


async def show(db: UnitOfWork, livestock_id: UUID, *, viewer: Principal) -> Death:
    """Returns the reported death, for the owner at that time and the farm's people. Raises DeathNotFound, Forbidden."""
    death = await standing(db, livestock_id)
    if viewer.id != death.owner_id and viewer.role not in FARM_PEOPLE:
        raise Forbidden("Only the owner and the farm's people see how an animal died.")
    return death


async def find(db: UnitOfWork, death_id: UUID) -> Death:
    """Returns a death that exists."""
    return await db.get_one(Death, death_id)


async def expect(db: UnitOfWork, livestock_id: UUID, death_id: UUID) -> Death:
    """Returns the death that is not reverted, if it is the one that was read. Raises DeathNotFound, OtherDeath."""
    death = await standing(db, livestock_id)
    if death.id != death_id:
        raise OtherDeath(death_id=str(death.id))
    return death


async def standing(db: UnitOfWork, livestock_id: UUID) -> Death:
    """Returns the death of an animal that is not reverted. Raises DeathNotFound."""
    death = await db.scalar(select(Death).where(Death.livestock_id == livestock_id, STANDING))
    if death is None:
        raise DeathNotFound
    return death
