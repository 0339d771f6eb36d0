"""A death counts from its report on; a veterinarian confirms it, two people can revert a wrong one.

Everything holds the animal's row first, so that a death, a sale and a claim come one after the other.
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
from amigok_chassis.proposals import Kind, ProposalOut, propose
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.farm import LivestockDied, LivestockReinstated
from farm import subjects
from farm.blocks import service as blocks
from farm.deaths import claims
from farm.deaths.errors import DeathNotFound, DiedBeforeLastMovement, DiedInFuture, OtherDeath, OwnReport
from farm.deaths.models import DEATH_STEPS, STANDING_DEATH, Claim, Death
from farm.deaths.schemas import Reversion
from farm.machine import FARM_PEOPLE, JUDGES, follow
from farm.models import Livestock
from farm.movements import service as movements
from farm.ownership import service as ownership
from farm.staff import service as staff
from farm.withdrawals import service as withdrawals

log = structlog.get_logger()


async def report(
    db: UnitOfWork, livestock_id: UUID, *, cause: str, died_at: datetime, evidence: str | None, by: Principal
) -> Death:
    """The animal is dead: its place is free, and it cannot be sold. It stays its owner's.

    Raises LivestockNotFound, OtherFarm, OwnAnimal, IllegalMovement, DiedInFuture, DiedBeforeLastMovement.
    """
    now = clock.now()
    if died_at > now:
        raise DiedInFuture
    animal = await subjects.lock_animal(db, livestock_id)
    await staff.require(db, by, animal.farm_id)
    await ownership.require_others(db, livestock_id, by.id, since=died_at)
    death = Death(
        id=new_id(),
        livestock_id=livestock_id,
        owner_id=animal.owner_id,
        state=follow(DEATH_STEPS, "report", None),
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
    if not await withdrawals.void(db, livestock_id):
        await blocks.tell(db, Livestock.id == livestock_id)
    told = {"death_id": death.id, "died_at": died_at} | audit.picture(animal, "status")
    audit.record(db, "livestock.died", subject_id=livestock_id, before=before, after=told)
    log.info("livestock.died", livestock_id=str(livestock_id), death_id=str(death.id))
    return death


async def confirm(db: UnitOfWork, livestock_id: UUID, *, death_id: UUID, findings: str, by: UUID) -> Death:
    """A veterinarian has seen it.

    Raises LivestockNotFound, DeathNotFound, OtherDeath, OwnAnimal, OwnReport, WrongState.
    """
    await subjects.lock_animal(db, livestock_id)
    death = await _seen(db, livestock_id, death_id)
    await ownership.require_others(db, livestock_id, by, since=death.died_at)
    if death.reported_by == by:
        raise OwnReport
    before = audit.picture(death, "state")
    death.become("confirm")
    death.findings, death.confirmed_at, death.confirmed_by = findings, clock.now(), by
    audit.record(db, "death.confirmed", subject_id=death.id, before=before, after=audit.picture(death, "state"))
    return death


async def propose_reversion(
    db: UnitOfWork, livestock_id: UUID, *, death_id: UUID, reason: str, by: UUID
) -> ProposalOut:
    """Keeps it until a second person has decided that the animal lives.

    Raises LivestockNotFound, DeathNotFound, OtherDeath, OwnAnimal, NotEntitled.
    """
    await subjects.lock_animal(db, livestock_id)
    death = await _seen(db, livestock_id, death_id)
    await ownership.require_others(db, livestock_id, by, since=death.died_at)
    payload = Reversion(livestock_id=livestock_id, death_id=death_id, reason=reason, proposed_by=by)
    owners = await ownership.owners_since(db, livestock_id, death.died_at)
    return await propose(db, KIND, payload, subject_id=livestock_id, beneficiaries=owners, by=by)


async def _revert(db: UnitOfWork, wanted: Reversion, proposal_id: UUID, decided_by: UUID) -> None:
    """The report was wrong: the animal lives, is whose it was, and takes a place in its farm again.

    Raises DeathNotFound, OtherDeath, WrongState, ClaimPaid, FarmFull, OwnAnimal.
    """
    now, livestock_id = clock.now(), wanted.livestock_id
    animal = await subjects.lock_animal(db, livestock_id)
    death = await _seen(db, livestock_id, wanted.death_id)
    await ownership.require_others(db, livestock_id, wanted.proposed_by, decided_by, since=death.died_at)
    before = audit.picture(death, "state")
    death.become("revert")
    death.reverted_at, death.reverted_by, death.reversion = now, wanted.proposed_by, wanted.reason
    await claims.void(db, death, now=now, by=wanted.proposed_by)
    await movements.correct(db, animal, at=now, by=wanted.proposed_by, reference_id=death.id)
    emit(
        db,
        LivestockReinstated(livestock_id=livestock_id, death_id=death.id, owner_id=animal.owner_id),
    )
    await blocks.tell(db, Livestock.id == livestock_id)
    after = audit.picture(death, "state") | {"reason": wanted.reason}
    audit.record(db, "death.reverted", subject_id=death.id, before=before, after=after)
    log.info("livestock.reinstated", livestock_id=str(livestock_id), death_id=str(death.id))


KIND = Kind("death.revert", Reversion, _revert, deciders=JUDGES)


async def claim(db: UnitOfWork, livestock_id: UUID, *, owner_id: UUID, amount: Money, statement: str | None) -> Claim:
    """The owner at death asks to be paid.

    Raises LivestockNotFound, DeathNotFound, NotOwnerAtDeath, ClaimTooHigh, ClaimStanding.
    """
    await subjects.lock_animal(db, livestock_id)
    return await claims.claim(
        db, await standing(db, livestock_id), owner_id=owner_id, amount=amount, statement=statement
    )


async def show(db: UnitOfWork, livestock_id: UUID, *, viewer: Principal) -> Death:
    """The death on record, for the owner of then and the farm's people. Raises DeathNotFound, Forbidden."""
    death = await standing(db, livestock_id)
    if viewer.id != death.owner_id and viewer.role not in FARM_PEOPLE:
        raise Forbidden("Only the owner and the farm's people see how an animal died.")
    return death


async def find(db: UnitOfWork, death_id: UUID) -> Death:
    """A death that is there."""
    return await db.get_one(Death, death_id)


async def _seen(db: UnitOfWork, livestock_id: UUID, death_id: UUID) -> Death:
    """The death that stands, if it is the one that somebody has read of. Raises DeathNotFound, OtherDeath."""
    death = await standing(db, livestock_id)
    if death.id != death_id:
        raise OtherDeath(death_id=str(death.id))
    return death


async def standing(db: UnitOfWork, livestock_id: UUID) -> Death:
    """The death of an animal that is not reverted. Raises DeathNotFound."""
    death = await db.scalar(select(Death).where(Death.livestock_id == livestock_id, STANDING_DEATH))
    if death is None:
        raise DeathNotFound
    return death
