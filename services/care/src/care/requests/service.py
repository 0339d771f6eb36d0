"""Requests for care: they are made, assigned, scheduled and ended here.

Each step locks the request's row; steps that may make another request lock the animal's row first.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import exists, select

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.care import CareCancelled, CareRequested, CareScheduled
from amigok_herd import LivestockNotFound, require_others
from care.animals.locks import ANIMALS
from care.animals.models import Animal, Ownership
from care.payments import queries as payments
from care.payments import service as paying
from care.people import veterinarians
from care.procedures import service as procedures
from care.procedures.models import Procedure
from care.requests import quoting, terms
from care.requests.errors import (
    AlreadyRequested,
    LivestockGone,
    NotFunded,
    RequestNotFound,
    SlotOutOfRange,
    VeterinarianNotSuitable,
)
from care.requests.locks import locked
from care.requests.machine import REQUESTS
from care.requests.models import Origin, Request


async def create(
    db: UnitOfWork,
    *,
    livestock_id: UUID,
    service_id: UUID,
    origin: Origin,
    by: UUID | None,
    currency: str,
    reason: str = "",
    mandatory: bool = False,
    due_on: date | None = None,
    source_id: UUID | None = None,
    medicine_estimate: int = 0,
) -> Request:
    """Makes a request for care of an animal that its owner is to pay. Whether `by` may is the caller's question.

    It is quoted at once where the price is fixed or the care mandatory. An emergency, and care of the platform's
    animals, is accepted at once. With a `source_id` that was used before nothing is made: the request of then is
    returned. `medicine_estimate` is what medicine adds to the list price, in minor units. The animal's row is locked.

    Raises LivestockNotFound, LivestockGone, UnknownService, ServiceRetired, OtherLivestockType, AlreadyRequested,
    DueDateNeeded.
    """
    now = clock.now()
    await ANIMALS.take(db, {livestock_id})
    known = await _following(db, source_id)
    if known is not None:
        return known
    animal = await _living(db, livestock_id)
    procedure = await procedures.offered(db, service_id, livestock_type_id=animal.livestock_type_id)
    await _refuse_second(db, livestock_id, service_id)
    request = Request(
        state=REQUESTS.follow("request", None),
        livestock_id=livestock_id,
        owner_id=animal.owner_id,
        origin=origin,
        source_id=source_id,
        requested_by=by,
        requested_at=now,
        mandatory=mandatory,
        due_at=await terms.due_at(db, animal, due_on, now=now, mandatory=mandatory),
        reason=reason,
        medicine_estimate=medicine_estimate,
        **terms.copied(procedure, currency),
    )
    db.add(request)
    await db.flush()
    _announce(db, request, animal)
    await quoting.begin(db, request, fixed=procedure.pricing == "fixed")
    return request


async def require_in_progress(db: UnitOfWork, request_id: UUID, by: UUID) -> Request:
    """Returns the request that this veterinarian is at work on, locked.

    Raises RequestNotFound, WrongState, OwnAnimal.
    """
    request = await of_veterinarian(db, request_id, by)
    REQUESTS.follow("complete", request.state)
    await require_other_than(db, request, by)
    return request


async def of_veterinarian(db: UnitOfWork, request_id: UUID, by: UUID) -> Request:
    """Returns a request that is assigned to this veterinarian, locked. Raises RequestNotFound."""
    request = await locked(db, request_id)
    if request.veterinarian_id != by:
        raise RequestNotFound
    return request


async def assign(db: UnitOfWork, request_id: UUID, veterinarian_id: UUID | None) -> Request:
    """Has a veterinarian do this care, or nobody for now; a time that was set stays only with the same one.

    Care in progress is handed over to somebody. Raises RequestNotFound, WrongState, VeterinarianNotSuitable, OwnAnimal.
    """
    request = await locked(db, request_id)
    if request.state in REQUESTS.terminal or (request.state == "in_progress" and veterinarian_id is None):
        REQUESTS.follow("schedule", request.state)
    if veterinarian_id is not None:
        await _require_suitable(db, request, veterinarian_id)
    if request.state == "in_progress":
        request.become("hand_over")
    if request.state == "scheduled" and veterinarian_id != request.veterinarian_id:
        request.become("unschedule")
        request.starts_at = request.ends_at = None
    request.veterinarian_id = veterinarian_id
    return request


async def schedule(
    db: UnitOfWork, request_id: UUID, *, veterinarian_id: UUID, starts_at: datetime, ends_at: datetime
) -> Request:
    """Sets who does the care and when, or changes it. Whether the slot is free is the calendar's question.

    Raises RequestNotFound, WrongState, NotFunded, VeterinarianNotSuitable, OwnAnimal, SlotOutOfRange.
    """
    now = clock.now()
    if not now <= starts_at < ends_at <= now + terms.FURTHEST:
        raise SlotOutOfRange
    request = await locked(db, request_id)
    REQUESTS.follow("schedule", request.state)
    require_funded(request)
    await _require_suitable(db, request, veterinarian_id)
    request.become("schedule")
    request.veterinarian_id, request.starts_at, request.ends_at = veterinarian_id, starts_at, ends_at
    await db.flush()  # events of a transaction that is rolled back in part cannot be taken back
    emit(
        db,
        CareScheduled(
            request_id=request.id,
            livestock_id=request.livestock_id,
            owner_id=request.owner_id,
            veterinarian_id=veterinarian_id,
            starts_at=starts_at,
            ends_at=ends_at,
        ),
    )
    return request


async def unschedule(db: UnitOfWork, request_id: UUID) -> Request:
    """Gives up the time of a request; it has to be scheduled again. Raises RequestNotFound, WrongState."""
    request = await locked(db, request_id)
    request.become("unschedule")
    request.starts_at = request.ends_at = None
    return request


async def end(db: UnitOfWork, request: Request, reason: str, *, action: str = "cancel") -> None:
    """Ends a request that is locked, without the care. What is held is released. Raises WrongState."""
    request.end(action, reason=reason, now=clock.now())
    for payment in await payments.of_request(db, request.id, "requested", "held"):
        paying.release(db, payment, "cancelled")
    for payment in await payments.of_request(db, request.id, "asked"):
        payment.move("withdraw", now=clock.now())
    emit(
        db,
        CareCancelled(
            request_id=request.id,
            livestock_id=request.livestock_id,
            owner_id=request.owner_id,
            veterinarian_id=request.veterinarian_id,
            reason=reason,
        ),
    )


async def renew(db: UnitOfWork, request: Request) -> Request:
    """Makes the same request for whoever owns the animal now, after one that ended. Repeating it has no further effect.

    Raises what `create` does.
    """
    return await create(
        db,
        livestock_id=request.livestock_id,
        service_id=request.service_id,
        origin=request.origin,
        by=None,
        currency=request.currency,
        mandatory=request.mandatory,
        due_on=terms.due_again(request.due_at, clock.now()),
        source_id=request.id,
        medicine_estimate=request.medicine_estimate,
    )


def require_funded(request: Request) -> None:
    """Raises NotFunded while what is needed is not held."""
    if request.funded_at is None:
        raise NotFunded


async def require_other_than(db: UnitOfWork, request: Request, user_id: UUID) -> None:
    """Nobody cares for their own animal by a role. Raises OwnAnimal."""
    await require_others(db, Animal, Ownership, request.livestock_id, user_id, since=request.requested_at)


async def may_do(db: UnitOfWork, request: Request, user_id: UUID) -> bool:
    """Returns whether this user is a veterinarian whose decisions count now, and who may do this care."""
    procedure = await db.get_one(Procedure, request.service_id)
    return procedure.may_be_done_by(user_id) and await veterinarians.counts(db, user_id)


async def _require_suitable(db: UnitOfWork, request: Request, veterinarian_id: UUID) -> None:
    """Raises VeterinarianNotSuitable, OwnAnimal."""
    if not await may_do(db, request, veterinarian_id):
        raise VeterinarianNotSuitable
    await require_other_than(db, request, veterinarian_id)


async def _following(db: UnitOfWork, source_id: UUID | None) -> Request | None:
    if source_id is None:
        return None
    return await db.scalar(select(Request).where(Request.source_id == source_id))


async def _refuse_second(db: UnitOfWork, livestock_id: UUID, service_id: UUID) -> None:
    """Raises AlreadyRequested. The animal's row is locked, so nobody makes one meanwhile."""
    same = exists().where(Request.livestock_id == livestock_id, Request.service_id == service_id)
    if await db.scalar(select(same.where(Request.state.in_(REQUESTS.open)))):
        raise AlreadyRequested


async def _living(db: UnitOfWork, livestock_id: UUID) -> Animal:
    """Returns an animal that is locked, as it is now. Raises LivestockNotFound, LivestockGone."""
    animal = await db.get(Animal, livestock_id, populate_existing=True)
    if animal is None or animal.details_version == 0:
        raise LivestockNotFound
    if animal.gone is not None:
        raise LivestockGone
    return animal


def _announce(db: UnitOfWork, request: Request, animal: Animal) -> None:
    emit(
        db,
        CareRequested(
            request_id=request.id,
            livestock_id=request.livestock_id,
            farm_id=animal.farm_id,
            owner_id=request.owner_id,
            service_id=request.service_id,
            service_name=request.service_name,
            care_type=request.care_type,
            origin=request.origin,
            mandatory=request.mandatory,
            emergency=request.emergency,
            due_at=request.due_at,
        ),
    )
