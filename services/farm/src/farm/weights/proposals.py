"""Unlikely and late weights and corrections: one person proposes them, another approves them."""

from uuid import UUID

from pydantic import BaseModel

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.proposals import Kind, ProposalOut
from amigok_chassis.proposals import propose as keep
from amigok_chassis.unit_of_work import UnitOfWork
from farm.livestock.errors import LivestockGone, LivestockNotFound
from farm.ownership import service as ownership
from farm.ownership.errors import OwnAnimal
from farm.staff.roles import FARM_PEOPLE, JUDGES
from farm.weights import service
from farm.weights.errors import UnknownWeighing, WeighedBeforeBirth, WeighedInFuture, WeighingExists, WeighingSuperseded
from farm.weights.schemas import WeighingIn


class ProposedWeight(BaseModel):
    """A weight, and who measured it."""

    livestock_id: UUID
    entry: WeighingIn
    recorded_by: UUID


async def propose(db: UnitOfWork, livestock_id: UUID, entry: WeighingIn, *, by: Principal) -> ProposalOut:
    """Proposes a weight.

    Raises what `service.admit` raises, WeighedInFuture, WeighedBeforeBirth, NotEntitled.
    """
    animal, now = await service.admit(db, livestock_id, entry, by=by), clock.now()
    at = service.measured(animal, entry.measured_at or now, now=now)
    entry = entry.model_copy(update={"measured_at": at})
    payload = ProposedWeight(livestock_id=livestock_id, entry=entry, recorded_by=by.id)
    owners = await ownership.owners_since(db, livestock_id, await service.about(db, entry))
    return await keep(db, KIND, payload, subject_id=livestock_id, beneficiaries=owners, by=by.id)


async def _apply(db: UnitOfWork, weight: ProposedWeight, proposal_id: UUID, decided_by: UUID) -> None:
    since = await service.about(db, weight.entry)
    await service.store(db, weight.livestock_id, weight.entry, by=weight.recorded_by)
    await ownership.require_others(db, weight.livestock_id, weight.recorded_by, decided_by, since=since)


KIND = Kind(
    "weight.record",
    ProposedWeight,
    _apply,
    proposers=FARM_PEOPLE,
    deciders=JUDGES,
    raises=(
        OwnAnimal,
        LivestockNotFound,
        LivestockGone,
        WeighingExists,
        WeighingSuperseded,
        UnknownWeighing,
        WeighedBeforeBirth,
        WeighedInFuture,
    ),
)
