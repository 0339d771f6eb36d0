"""Late records, and corrections that allow an earlier sale: one person proposes them, another approves them."""

from uuid import UUID

from pydantic import BaseModel

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.proposals import Kind, ProposalOut
from amigok_chassis.proposals import propose as keep
from amigok_chassis.unit_of_work import UnitOfWork
from farm.health import service
from farm.health.errors import (
    AlreadySuperseded,
    EndStays,
    InFuture,
    InQuarantine,
    NotInQuarantine,
    UnknownRecord,
    VeterinarianRequired,
)
from farm.health.schemas import HealthRecordIn
from farm.livestock.errors import LivestockNotFound
from farm.medicines.errors import NotForThisType, UnknownMedicine
from farm.ownership import service as ownership
from farm.ownership.errors import OwnAnimal
from farm.staff.errors import SecondPersonNeeded
from farm.staff.roles import FARM_PEOPLE, JUDGES


class ProposedRecord(BaseModel):
    """A health record, and who made it in which role."""

    livestock_id: UUID
    record: HealthRecordIn
    recorded_by: UUID
    role: str


async def propose(db: UnitOfWork, livestock_id: UUID, body: HealthRecordIn, *, by: Principal) -> ProposalOut:
    """Proposes a record. Raises what `service.admit` raises, and NotEntitled."""
    await service.admit(db, livestock_id, body, by=by)
    record = body.model_copy(update={"occurred_at": body.occurred_at or clock.now()})
    payload = ProposedRecord(livestock_id=livestock_id, record=record, recorded_by=by.id, role=by.role)
    owners = await ownership.owners_since(db, livestock_id, await service.about(db, record))
    return await keep(db, KIND, payload, subject_id=livestock_id, beneficiaries=owners, by=by.id)


async def _apply(db: UnitOfWork, proposed: ProposedRecord, proposal_id: UUID, decided_by: UUID) -> None:
    since = await service.about(db, proposed.record)
    await service.store(
        db, proposed.livestock_id, proposed.record, by=proposed.recorded_by, role=proposed.role, approved=True
    )
    await ownership.require_others(db, proposed.livestock_id, proposed.recorded_by, decided_by, since=since)


KIND = Kind(
    "health.record",
    ProposedRecord,
    _apply,
    proposers=FARM_PEOPLE,
    deciders=JUDGES,
    raises=(
        OwnAnimal,
        VeterinarianRequired,
        LivestockNotFound,
        AlreadySuperseded,
        InQuarantine,
        NotInQuarantine,
        EndStays,
        SecondPersonNeeded,
        InFuture,
        NotForThisType,
        UnknownRecord,
        UnknownMedicine,
    ),
)
