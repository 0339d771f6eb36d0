"""The bounds of livestock types. They decide when a second person is needed, so two people change them."""

from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import select

from amigok_chassis import audit
from amigok_chassis.proposals import Kind, ProposalOut, propose
from amigok_chassis.rows import VersionConflict, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from farm.bounds.rules import Bounds
from farm.bounds.schemas import BoundsIn, BoundsOut
from farm.types import service as types
from farm.types.errors import LivestockTypeNotFound
from farm.types.models import LivestockType


class BoundsChange(BaseModel):
    """The bounds as they are to be, and the version of the type that they were proposed for."""

    livestock_type_id: UUID
    version: int
    bounds: Bounds


async def of_type(db: UnitOfWork, livestock_type_id: UUID) -> Bounds:
    """Returns the bounds of a type that exists."""
    changed = await db.scalar(select(LivestockType.bounds).where(LivestockType.id == livestock_type_id))
    return Bounds.model_validate(changed or {})


async def show(db: UnitOfWork, livestock_type_id: UUID) -> BoundsOut:
    """Returns the bounds of a type and its version. Raises LivestockTypeNotFound."""
    kind = await db.get(LivestockType, livestock_type_id)
    if kind is None:
        raise LivestockTypeNotFound
    return BoundsOut(version=kind.version, bounds=Bounds.model_validate(kind.bounds))


async def propose_bounds(db: UnitOfWork, livestock_type_id: UUID, wanted: BoundsIn, *, by: UUID) -> ProposalOut:
    """Proposes other bounds. Raises LivestockTypeNotFound, VersionConflict, NotEntitled."""
    refuse_other_version(wanted.version, (await show(db, livestock_type_id)).version)
    payload = BoundsChange(livestock_type_id=livestock_type_id, **dict(wanted))
    return await propose(db, KIND, payload, subject_id=livestock_type_id, beneficiaries=[], by=by)


async def _apply(db: UnitOfWork, payload: BoundsChange, proposal_id: UUID, decided_by: UUID) -> None:
    kind = await types.lock(db, payload.livestock_type_id)
    refuse_other_version(payload.version, kind.version)
    before = dict(Bounds.model_validate(kind.bounds))
    kind.bounds = payload.bounds.model_dump()
    kind.version += 1
    audit.record(db, "livestock_type.bounds_changed", subject_id=kind.id, before=before, after=dict(payload.bounds))


KIND = Kind(
    "livestock_type.bounds",
    BoundsChange,
    _apply,
    raises=(
        LivestockTypeNotFound,
        VersionConflict,
    ),
)
