"""Reverts wrong reports of deaths, as two people decide."""

from uuid import UUID

import structlog

from amigok_chassis import audit, clock
from amigok_chassis.outbox import emit
from amigok_chassis.proposals import Kind, ProposalOut, propose
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import LivestockReinstated
from farm.blocks import service as blocks
from farm.claims import service as claims
from farm.claims.errors import ClaimPaid
from farm.deaths.errors import DeathNotFound, OtherDeath
from farm.deaths.service import expect
from farm.farms.errors import FarmFull
from farm.livestock.errors import LivestockNotFound
from farm.livestock.locks import lock_animal
from farm.livestock.models import Livestock
from farm.movements import service as movements
from farm.ownership import service as ownership
from farm.ownership.errors import OwnAnimal
from farm.reversions.schemas import Reversion
from farm.staff.roles import JUDGES

log = structlog.get_logger()


async def propose_reversion(
    db: UnitOfWork, livestock_id: UUID, *, death_id: UUID, reason: str, by: UUID
) -> ProposalOut:
    """Proposes to revert a report of a death.

    Raises LivestockNotFound, DeathNotFound, OtherDeath, OwnAnimal, NotEntitled.
    """
    await lock_animal(db, livestock_id)
    death = await expect(db, livestock_id, death_id)
    await ownership.require_others(db, livestock_id, by, since=death.died_at)
    payload = Reversion(livestock_id=livestock_id, death_id=death_id, reason=reason, proposed_by=by)
    owners = await ownership.owners_since(db, livestock_id, death.died_at)
    return await propose(db, KIND, payload, subject_id=livestock_id, beneficiaries=owners, by=by)


async def _apply(db: UnitOfWork, wanted: Reversion, proposal_id: UUID, decided_by: UUID) -> None:
    """Reverts a wrong report: the animal lives, keeps its owner, and takes a place in its farm again.

    Raises DeathNotFound, OtherDeath, WrongState, ClaimPaid, FarmFull, OwnAnimal.
    """
    now, livestock_id = clock.now(), wanted.livestock_id
    animal = await lock_animal(db, livestock_id)
    death = await expect(db, livestock_id, wanted.death_id)
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
    await blocks.publish(db, Livestock.id == livestock_id)
    after = audit.picture(death, "state") | {"reason": wanted.reason}
    audit.record(db, "death.reverted", subject_id=death.id, before=before, after=after)
    log.info("livestock.reinstated", livestock_id=str(livestock_id), death_id=str(death.id))


KIND = Kind(
    "death.revert",
    Reversion,
    _apply,
    deciders=JUDGES,
    raises=(
        OwnAnimal,
        DeathNotFound,
        LivestockNotFound,
        ClaimPaid,
        FarmFull,
        OtherDeath,
    ),
)
