"""The typical weight of a breed bounds what its animals may weigh, so two people change it once there are animals."""

from decimal import Decimal
from uuid import UUID

from pydantic import BaseModel

from amigok_chassis import audit
from amigok_chassis.proposals import Kind, ProposalOut, propose
from amigok_chassis.rows import VersionConflict, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from farm.breeds import service
from farm.breeds.errors import BreedNotFound
from farm.breeds.models import Breed
from farm.breeds.schemas import TypicalWeightIn


class TypicalWeight(BaseModel):
    """What a grown animal of a breed weighs, in kg, and the version of the breed that this was proposed for."""

    breed_id: UUID
    version: int
    typical_weight_kg: Decimal | None


async def propose_typical_weight(db: UnitOfWork, breed_id: UUID, wanted: TypicalWeightIn, *, by: UUID) -> ProposalOut:
    """Proposes another typical weight. Raises BreedNotFound, VersionConflict, NotEntitled."""
    breed = await db.get(Breed, breed_id)
    if breed is None:
        raise BreedNotFound
    refuse_other_version(wanted.version, breed.version)
    payload = TypicalWeight(breed_id=breed_id, **dict(wanted))
    return await propose(db, KIND, payload, subject_id=breed_id, beneficiaries=[], by=by)


async def _apply(db: UnitOfWork, wanted: TypicalWeight, proposal_id: UUID, decided_by: UUID) -> None:
    breed = await service.lock(db, wanted.breed_id)
    refuse_other_version(wanted.version, breed.version)
    before = audit.picture(breed, "typical_weight_kg")
    breed.typical_weight_kg = wanted.typical_weight_kg
    breed.version += 1
    after = audit.picture(breed, "typical_weight_kg")
    audit.record(db, "livestock_breed.changed", subject_id=breed.id, before=before, after=after)


KIND = Kind(
    "livestock_breed.typical_weight",
    TypicalWeight,
    _apply,
    raises=(
        BreedNotFound,
        VersionConflict,
    ),
)
