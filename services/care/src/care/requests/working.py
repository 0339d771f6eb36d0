"""A veterinarian at work: they begin, and ask for more than the owner has allowed."""

from uuid import UUID

from amigok_chassis import audit, clock
from amigok_chassis.outbox import emit
from amigok_chassis.rows import refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.care import CareStarted
from care.requests import billing, costs, service
from care.requests.errors import NothingToPay, OtherCurrency
from care.requests.models import Request


async def start(db: UnitOfWork, request_id: UUID, *, by: UUID) -> Request:
    """Begins the work, at what it was estimated at. Raises RequestNotFound, OwnAnimal, WrongState, NotFunded."""
    request = await service.of_veterinarian(db, request_id, by)
    await service.require_other_than(db, request, by)
    before = audit.picture(request, "state")
    request.become("start")
    service.require_funded(request)
    request.started_at = clock.now()
    work = max(0, request.estimate - request.medicine_estimate)
    await costs.add(db, request, source_id=request.id, description=request.service_name, amount=work, by=by)
    emit(
        db,
        CareStarted(
            request_id=request.id,
            livestock_id=request.livestock_id,
            owner_id=request.owner_id,
            veterinarian_id=by,
        ),
    )
    audit.record(db, "care.started", subject_id=request.id, before=before, after=audit.picture(request, "state"))
    return request


async def ask_more(db: UnitOfWork, request_id: UUID, amount: Money, *, version: int, by: UUID) -> Request:
    """Asks the owner for more while the work goes on. It is held once they confirm.

    Raises RequestNotFound, WrongState, OwnAnimal, VersionConflict, OtherCurrency; NothingToPay where the platform owns
    the animal.
    """
    request = await service.require_in_progress(db, request_id, by)
    refuse_other_version(version, request.version)
    if request.owner_id is None:
        raise NothingToPay
    if amount.currency != request.currency:
        raise OtherCurrency
    await billing.ask_more(db, request, amount.minor, kind="hold")
    audit.record(
        db,
        "care.more_asked",
        subject_id=request.id,
        after={"amount": amount.minor, "currency": amount.currency},
    )
    return request
