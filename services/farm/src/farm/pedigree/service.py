"""What is true of an animal from its birth: when it was, whose offspring it is, which transponder it carries."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import structlog
from sqlalchemy import func, or_, select
from sqlalchemy.dialects.postgresql import array

from amigok_chassis import audit
from amigok_chassis.proposals import Kind, ProposalOut, propose
from amigok_chassis.unit_of_work import UnitOfWork
from farm import subjects
from farm.errors import LivestockNotFound, named_violations, refuse_other_version
from farm.machine import JUDGES
from farm.models import Livestock
from farm.ownership import service as ownership
from farm.ownership.errors import Doubt, SecondPersonNeeded
from farm.pedigree.errors import OlderThanParent, UnfitParent, UnknownParent
from farm.pedigree.rules import Parents, check_birth, check_parent
from farm.pedigree.schemas import ParticularsIn, ProposedParticulars

log = structlog.get_logger()

_PEDIGREES = 0x0EDA_61EE
"""The advisory lock of whoever changes parents: two changes could close a circle that neither sees."""


async def check(db: UnitOfWork, parents: Parents, *, livestock_type_id: UUID, date_of_birth: date | None) -> None:
    """Whether these can be the parents of an animal that is being registered; what they are stays until this commits.

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
    _fit(parents, {animal.id: animal for animal in found}, livestock_type_id, date_of_birth)


async def change(db: UnitOfWork, livestock_id: UUID, wanted: ParticularsIn, *, by: UUID) -> None:
    """Adds to an animal's particulars what was not known; who corrects what was needs a second person.

    Raises what `_write` raises, and SecondPersonNeeded.
    """
    corrected = await _write(db, livestock_id, wanted, people=[by])
    if corrected:
        raise SecondPersonNeeded([Doubt("correction", f"Known by now: {', '.join(corrected)}.")])


async def propose_correction(db: UnitOfWork, livestock_id: UUID, wanted: ParticularsIn, *, by: UUID) -> ProposalOut:
    """Keeps other particulars until a second person has decided.

    Raises LivestockNotFound, OwnAnimal, VersionConflict, NotEntitled.
    """
    animal = await subjects.lock_animal(db, livestock_id)
    refuse_other_version(wanted.version, animal.version)
    since = animal.registered_at
    await ownership.require_others(db, livestock_id, by, since=since)
    payload = ProposedParticulars(livestock_id=livestock_id, particulars=wanted, proposed_by=by)
    owners = await ownership.owners_since(db, livestock_id, since)
    return await propose(db, KIND, payload, subject_id=livestock_id, beneficiaries=owners, by=by)


async def _apply(db: UnitOfWork, said: ProposedParticulars, proposal_id: UUID, decided_by: UUID) -> None:
    await _write(db, said.livestock_id, said.particulars, people=[said.proposed_by, decided_by])


KIND = Kind("particulars.correct", ProposedParticulars, _apply, deciders=JUDGES)


async def _write(db: UnitOfWork, livestock_id: UUID, wanted: ParticularsIn, *, people: Sequence[UUID]) -> list[str]:
    """Makes an animal's particulars what is wanted. Returns which of them were known and are something else now.

    Raises LivestockNotFound, OwnAnimal, VersionConflict, BornInFuture, BornTooEarly, UnknownParent, UnfitParent,
    OlderThanParent, EidTaken.
    """
    parents = Parents(wanted.genetic_dam_id, wanted.sire_id, wanted.birth_dam_id)
    await db.execute(select(func.pg_advisory_xact_lock(_PEDIGREES)))
    animals = await subjects.lock_animals(db, {livestock_id, *parents.known.values()})
    animal = animals.get(livestock_id)
    if animal is None:
        raise LivestockNotFound
    await ownership.require_others(db, livestock_id, *people, since=animal.registered_at)
    refuse_other_version(wanted.version, animal.version)
    check_birth(wanted.date_of_birth, registered_on=animal.registered_at.date())
    _fit(parents, animals, animal.livestock_type_id, wanted.date_of_birth)
    await _no_circle(db, livestock_id, parents)
    await _older_than_offspring(db, livestock_id, wanted.date_of_birth)
    before = audit.picture(animal, "eid", "date_of_birth", *Parents._fields)
    animal.eid, animal.date_of_birth = wanted.eid, wanted.date_of_birth
    animal.genetic_dam_id, animal.sire_id, animal.birth_dam_id = parents
    animal.version += 1
    with named_violations():
        await db.flush()
    after = audit.picture(animal, *before)
    audit.record(db, "livestock.particulars_changed", subject_id=livestock_id, before=before, after=after)
    log.info("livestock.particulars_changed", livestock_id=str(livestock_id))
    return [name for name, value in before.items() if value not in (None, after[name])]


def _fit(parents: Parents, animals: dict[UUID, Livestock], livestock_type_id: UUID, date_of_birth: date | None) -> None:
    for role, parent_id in parents.known.items():
        if parent_id not in animals:
            raise UnknownParent(parent=role)
        check_parent(role, animals[parent_id], livestock_type_id=livestock_type_id, date_of_birth=date_of_birth)


async def _no_circle(db: UnitOfWork, livestock_id: UUID, parents: Parents) -> None:
    """Raises UnfitParent when one of the parents is the animal or descends from it."""
    of_animal = (Livestock.genetic_dam_id, Livestock.sire_id, Livestock.birth_dam_id)
    line = select(Livestock.id).where(Livestock.id.in_(parents.known.values())).cte(recursive=True)
    line = line.union(select(func.unnest(array(of_animal))).where(Livestock.id == line.c.id))
    if await db.scalar(select(line.c.id).where(line.c.id == livestock_id)) is not None:
        raise UnfitParent(reason="descendant")


async def _older_than_offspring(db: UnitOfWork, livestock_id: UUID, date_of_birth: date | None) -> None:
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
