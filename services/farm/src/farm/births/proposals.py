"""Unlikely and late births: one person proposes them, another approves them."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from amigok_chassis.auth import Principal
from amigok_chassis.proposals import Kind, ProposalOut
from amigok_chassis.proposals import propose as keep
from amigok_chassis.unit_of_work import UnitOfWork
from farm.births import service
from farm.births.errors import BornBeforeDamCame, NotADam, OtherSpecies
from farm.births.schemas import BirthIn, OffspringIn
from farm.breeds.errors import UnknownBreed
from farm.farms.errors import FarmFull
from farm.livestock.errors import IdCardTaken, LivestockNotFound, TagNumberTaken
from farm.ownership import service as ownership
from farm.ownership.errors import OwnAnimal
from farm.staff.roles import FARM_PEOPLE, JUDGES


class ProposedBirth(BaseModel):
    """A birth, and who recorded it."""

    dam_id: UUID
    born_at: datetime
    offspring: list[OffspringIn]
    recorded_by: UUID


async def propose(db: UnitOfWork, dam_id: UUID, body: BirthIn, *, by: Principal) -> ProposalOut:
    """Proposes a birth. Raises what `service.admit` raises, and NotEntitled."""
    await service.admit(db, dam_id, born_at=body.born_at, by=by)
    payload = ProposedBirth(dam_id=dam_id, born_at=body.born_at, offspring=body.offspring, recorded_by=by.id)
    owners = await ownership.owners_since(db, dam_id, body.born_at)
    return await keep(db, KIND, payload, subject_id=dam_id, beneficiaries=owners, by=by.id)


async def _apply(db: UnitOfWork, birth: ProposedBirth, proposal_id: UUID, decided_by: UUID) -> None:
    await service.store(
        db,
        birth.dam_id,
        born_at=birth.born_at,
        offspring=birth.offspring,
        by=birth.recorded_by,
        confirmed_by=decided_by,
    )
    await ownership.require_others(db, birth.dam_id, birth.recorded_by, decided_by, since=birth.born_at)


KIND = Kind(
    "birth.record",
    ProposedBirth,
    _apply,
    proposers=FARM_PEOPLE,
    deciders=JUDGES,
    raises=(
        OwnAnimal,
        LivestockNotFound,
        BornBeforeDamCame,
        FarmFull,
        NotADam,
        TagNumberTaken,
        IdCardTaken,
        OtherSpecies,
        UnknownBreed,
    ),
)
