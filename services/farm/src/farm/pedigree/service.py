"""What is true of an animal from its birth: the date, its parents and its transponder."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import structlog
from sqlalchemy import func, or_, select
from sqlalchemy.dialects.postgresql import array

from amigok_chassis import audit
from amigok_chassis.outbox import emit
from amigok_chassis.proposals import Kind, ProposalOut, propose
from amigok_chassis.rows import VersionConflict, named_violations, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import LivestockParticularsChanged
from farm.livestock.errors import VIOLATIONS, EidTaken, LivestockNotFound
from farm.livestock.locks import lock_animal, lock_animals
from farm.livestock.models import Livestock
from farm.ownership import service as ownership
from farm.ownership.errors import OwnAnimal
from farm.pedigree.errors import BornInFuture, BornTooEarly, OlderThanParent, UnfitParent, UnknownParent
from farm.pedigree.rules import Parents, check_birth, check_parent
from farm.pedigree.schemas import ParticularsIn, ProposedParticulars
from farm.staff.errors import Doubt, SecondPersonNeeded
from farm.staff.roles import JUDGES

log = structlog.get_logger()

_PEDIGREES = 0x0EDA_61EE
"""The advisory lock for changes of parents: two concurrent changes could close a circle that neither sees."""


async def check(db: UnitOfWork, parents: Parents, *, livestock_type_id: UUID, date_of_birth: date | None) -> None:
    """Checks the parents of an animal that is being registered, and keeps them from changing until this commits.

    Raises UnknownParent, UnfitParent.
    """
    if not parents.known:
        return
    found = await db.scalars(
        select(Livestock)
        .where(Livestock.id.in_(set(parents.known.values())))
        .order_by(Livestock.id)
        .with_for_update(read=True)
        .execution_options(populate_existing=True)
    )
    _check_parents(parents, {animal.id: animal for animal in found}, livestock_type_id, date_of_birth)


async def change(db: UnitOfWork, livestock_id: UUID, wanted: ParticularsIn, *, by: UUID) -> None:
    """Adds to an animal's particulars what was not known.

    Raises SecondPersonNeeded if something that was known would change, and whatever `_write` raises.
    """
    corrected = await _write(db, livestock_id, wanted, people=[by])
    if corrected:
        raise SecondPersonNeeded([Doubt("correction", f"These are known already: {', '.join(corrected)}.")])


async def propose_correction(db: UnitOfWork, livestock_id: UUID, wanted: ParticularsIn, *, by: UUID) -> ProposalOut:
    """Proposes other particulars, whatever is known.

    Raises LivestockNotFound, OwnAnimal, VersionConflict, NotEntitled.
    """
    animal = await lock_animal(db, livestock_id)
    refuse_other_version(wanted.version, animal.version)
    since = animal.registered_at
    await ownership.require_others(db, livestock_id, by, since=since)
    payload = ProposedParticulars(livestock_id=livestock_id, particulars=wanted, proposed_by=by)
    owners = await ownership.owners_since(db, livestock_id, since)
    return await propose(db, KIND, payload, subject_id=livestock_id, beneficiaries=owners, by=by)


async def _apply(db: UnitOfWork, proposed: ProposedParticulars, proposal_id: UUID, decided_by: UUID) -> None:
    await _write(db, proposed.livestock_id, proposed.particulars, people=[proposed.proposed_by, decided_by])


KIND = Kind(
    "particulars.correct",
    ProposedParticulars,
    _apply,
    deciders=JUDGES,
    raises=(
        OwnAnimal,
        LivestockNotFound,
        EidTaken,
        OlderThanParent,
        VersionConflict,
        BornInFuture,
        BornTooEarly,
        UnfitParent,
        UnknownParent,
    ),
)


async def _write(db: UnitOfWork, livestock_id: UUID, wanted: ParticularsIn, *, people: Sequence[UUID]) -> list[str]:
    """Replaces an animal's particulars. Returns the names of those that were known and have changed.

    Raises LivestockNotFound, OwnAnimal, VersionConflict, BornInFuture, BornTooEarly, UnknownParent, UnfitParent,
    OlderThanParent, EidTaken.
    """
    parents = Parents(wanted.genetic_dam_id, wanted.sire_id, wanted.birth_dam_id)
    await db.execute(select(func.pg_advisory_xact_lock(_PEDIGREES)))
    animals = await lock_animals(db, {livestock_id, *parents.known.values()})
    animal = animals.get(livestock_id)
    if animal is None:
        raise LivestockNotFound
    await ownership.require_others(db, livestock_id, *people, since=animal.registered_at)
    refuse_other_version(wanted.version, animal.version)
    check_birth(wanted.date_of_birth, registered_on=animal.registered_at.date())
    _check_parents(parents, animals, animal.livestock_type_id, wanted.date_of_birth)
    await _refuse_circle(db, livestock_id, parents)
    await _refuse_older_offspring(db, livestock_id, wanted.date_of_birth)
    before = audit.picture(animal, "eid", "date_of_birth", *Parents._fields)
    animal.eid, animal.date_of_birth = wanted.eid, wanted.date_of_birth
    animal.genetic_dam_id, animal.sire_id, animal.birth_dam_id = parents
    animal.version += 1
    with named_violations(VIOLATIONS):
        await db.flush()
    emit(db, LivestockParticularsChanged(livestock_id=livestock_id, date_of_birth=animal.date_of_birth, eid=animal.eid))
    after = audit.picture(animal, *before)
    audit.record(db, "livestock.particulars_changed", subject_id=livestock_id, before=before, after=after)
    log.info("livestock.particulars_changed", livestock_id=str(livestock_id))
    return [name for name, value in before.items() if value not in (None, after[name])]


def _check_parents(
    parents: Parents, animals: dict[UUID, Livestock], livestock_type_id: UUID, date_of_birth: date | None
) -> None:
    for role, parent_id in parents.known.items():
        if parent_id not in animals:
            raise UnknownParent(parent=role)
        check_parent(role, animals[parent_id], livestock_type_id=livestock_type_id, date_of_birth=date_of_birth)


async def _refuse_circle(db: UnitOfWork, livestock_id: UUID, parents: Parents) -> None:
    """Raises UnfitParent if one of the parents is the animal itself or descends from it."""
    of_animal = (Livestock.genetic_dam_id, Livestock.sire_id, Livestock.birth_dam_id)
    line = select(Livestock.id).where(Livestock.id.in_(parents.known.values())).cte(recursive=True)
    line = line.union(select(func.unnest(array(of_animal))).where(Livestock.id == line.c.id))
    if await db.scalar(select(line.c.id).where(line.c.id == livestock_id)) is not None:
        raise UnfitParent(reason="descendant")


async def _refuse_older_offspring(db: UnitOfWork, livestock_id: UUID, date_of_birth: date | None) -> None:
    if date_of_birth is None:
        return
    offspring = or_(
        Livestock.genetic_dam_id == livestock_id,
        Livestock.sire_id == livestock_id,
        Livestock.birth_dam_id == livestock_id,
    )
    query = select(Livestock.id).where(offspring, Livestock.date_of_birth <= date_of_birth).limit(1)
    if await db.scalar(query) is not None:
        raise OlderThanParent
