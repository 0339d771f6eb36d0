"""Who may ask for care of an animal: its owner, people of its farm, administrators for its owner."""

from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis import audit, clock, standing
from amigok_chassis.auth import Principal
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import LivestockNotFound, OwnAnimal
from care.animals.locks import ANIMALS
from care.animals.models import Animal
from care.farms.guards import works_on_farm_of
from care.requests import service
from care.requests.errors import NotTheirs, TooManyEmergencies
from care.requests.models import Origin, Request
from care.requests.schemas import CareAssignmentIn, CareRequestIn
from care.settings import Settings

_AUDITED = ("livestock_id", "service_id", "service_version", "mandatory", "due_at", "state")


async def ask(db: UnitOfWork, livestock_id: UUID, wanted: CareRequestIn, *, by: Principal) -> Request:
    """Asks for care of one's own animal, or as farm people of an animal on one's farm.

    Raises LivestockNotFound, also where it is neither; AccountInactive, TooManyEmergencies, and what `create` does.
    """
    await standing.require_active(db, by.id)
    await ANIMALS.take(db, {livestock_id})
    origin = await _origin(db, livestock_id, by)
    request = await service.create(
        db,
        livestock_id=livestock_id,
        service_id=wanted.service_id,
        origin=origin,
        by=by.id,
        currency=wanted.currency,
        reason=wanted.reason,
    )
    if origin != "owner":
        _record(db, "care.requested", request)
    elif request.emergency:
        await _refuse_too_many(db, by.id)
    return request


async def assign(
    db: UnitOfWork, user_id: UUID, wanted: CareAssignmentIn, *, by: UUID, medicine_estimate: int = 0
) -> Request:
    """Has an administrator ask for care of a user's animal, with medicine of so many minor units.

    Raises NotTheirs, OwnAnimal for an administrator's own animal, and what `create` does.
    """
    refuse_own(user_id, by)
    await ANIMALS.take(db, {wanted.livestock_id})
    animal = await db.get_one(Animal, wanted.livestock_id, populate_existing=True)
    if animal.owner_id != user_id:
        raise NotTheirs
    request = await service.create(db, origin="admin", by=by, medicine_estimate=medicine_estimate, **dict(wanted))
    _record(db, "care.assigned", request)
    return request


def refuse_own(user_id: UUID, by: UUID) -> None:
    """Raises OwnAnimal where administrators would assign something to themselves."""
    if user_id == by:
        raise OwnAnimal


async def _origin(db: UnitOfWork, livestock_id: UUID, by: Principal) -> Origin:
    """Returns as what somebody may ask. Raises LivestockNotFound."""
    animal = await db.get_one(Animal, livestock_id, populate_existing=True)
    if animal.owner_id == by.id:
        return "owner"
    if by.role in ("admin", "veterinarian"):
        return "staff"
    if by.role == "farm_staff" and await works_on_farm_of(db, livestock_id, by.id):
        return "staff"
    raise LivestockNotFound


async def _refuse_too_many(db: UnitOfWork, owner_id: UUID) -> None:
    """Raises TooManyEmergencies: each calls veterinarians from their work."""
    settings = db.settings(Settings)
    of_late = select(func.count()).where(
        Request.owner_id == owner_id,
        Request.emergency,
        Request.end_reason == "owner_cancelled",
        Request.ended_at > clock.now() - settings.emergency_cancellations_within,
    )
    if (await db.scalar(of_late) or 0) >= settings.emergency_cancellations:
        raise TooManyEmergencies


def _record(db: UnitOfWork, action: str, request: Request) -> None:
    after = audit.picture(request, *_AUDITED, "reason")
    audit.record(
        db, action, subject_id=request.id, after=after, personal={"reason"}, person_id=request.owner_id or request.id
    )
