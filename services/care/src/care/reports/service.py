"""A veterinarian writes what they have found and done, and completes the care.

To complete it, the animal's row is locked first, as the follow-up may be a new request.
"""

from uuid import UUID

import structlog

from amigok_chassis import audit, clock
from amigok_chassis.errors import DomainError
from amigok_chassis.outbox import emit
from amigok_chassis.rows import refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.care import CareCompleted, CheckupDone
from amigok_herd import LivestockNotFound
from care.animals.models import Animal
from care.procedures.errors import OtherLivestockType, ServiceRetired
from care.procedures.service import require_known
from care.reports.errors import FollowUpOutOfRange, ReportMissing
from care.reports.models import Report
from care.reports.schemas import CareCompletionIn, CareReportIn
from care.requests import billing, costs, service
from care.requests.errors import AlreadyRequested, DueDateNeeded, LivestockGone, OtherCurrency
from care.requests.locks import locked_with_animal
from care.requests.models import Request
from care.requests.terms import FURTHEST

log = structlog.get_logger()

_AUDITED = ("state", "cost", "currency")
_NOT_MADE = (LivestockNotFound, LivestockGone, ServiceRetired, OtherLivestockType, AlreadyRequested, DueDateNeeded)
"""Why a follow-up is not requested. The care is completed all the same."""


async def write(db: UnitOfWork, request_id: UUID, wanted: CareReportIn, *, by: UUID) -> Request:
    """Writes the report of care that is in progress, in place of what it said before.

    Raises RequestNotFound, WrongState, OwnAnimal, UnknownService, FollowUpOutOfRange.
    """
    request = await service.require_in_progress(db, request_id, by)
    follow_up = wanted.follow_up
    if follow_up is not None:
        await require_known(db, follow_up.service_id)
        if not clock.now().date() <= follow_up.due_on <= clock.now().date() + FURTHEST:
            raise FollowUpOutOfRange
    report = await db.get(Report, request_id)
    if report is None:
        report = Report(id=request_id, attempts=0)
        db.add(report)
    report.findings, report.diagnosis, report.treatment = wanted.findings, wanted.diagnosis, wanted.treatment
    report.follow_up_on = None if follow_up is None else follow_up.due_on
    report.follow_up_service_id = None if follow_up is None else follow_up.service_id
    report.written_by, report.written_at = by, clock.now()
    audit.record(db, "care.report_written", subject_id=request_id, after={"follow_up_on": report.follow_up_on})
    return request


async def complete(db: UnitOfWork, request_id: UUID, wanted: CareCompletionIn, *, by: UUID) -> Request:
    """Completes care: its owner pays what it came to and gets the report; the follow-up is requested.

    Raises RequestNotFound, OwnAnimal, WrongState, VersionConflict, OtherCurrency, ReportMissing.
    """
    await locked_with_animal(db, request_id)
    request = await service.require_in_progress(db, request_id, by)
    refuse_other_version(wanted.version, request.version)
    report = await db.get(Report, request_id)
    if report is None:
        raise ReportMissing
    before = audit.picture(request, *_AUDITED)
    await _cost(db, request, wanted.cost, by=by)
    request.end("complete", reason=None, now=clock.now())
    await billing.settle(db, request)
    report.make_due(clock.now())
    await _announce(db, request)
    await db.flush()
    await _follow_up(db, request, report)
    audit.record(db, "care.completed", subject_id=request_id, before=before, after=audit.picture(request, *_AUDITED))
    return request


async def _cost(db: UnitOfWork, request: Request, cost: Money | None, *, by: UUID) -> None:
    """Raises OtherCurrency."""
    if cost is None:
        return
    if cost.currency != request.currency:
        raise OtherCurrency
    await costs.add(db, request, source_id=request.id, description=request.service_name, amount=cost.minor, by=by)


async def _announce(db: UnitOfWork, request: Request) -> None:
    animal = await db.get_one(Animal, request.livestock_id)
    assert request.veterinarian_id is not None
    assert request.ended_at is not None
    about = {
        "request_id": request.id,
        "livestock_id": request.livestock_id,
        "veterinarian_id": request.veterinarian_id,
        "care_type": request.care_type,
    }
    cost = request.money(request.cost)
    emit(db, CareCompleted(**about, farm_id=animal.farm_id, owner_id=request.owner_id, cost=cost))
    if not request.medicated:
        emit(db, CheckupDone(**about, service_name=request.service_name, done_at=request.ended_at))


async def _follow_up(db: UnitOfWork, request: Request, report: Report) -> None:
    if report.follow_up_service_id is None:
        return
    try:
        await service.create(
            db,
            livestock_id=request.livestock_id,
            service_id=report.follow_up_service_id,
            origin="follow_up",
            by=request.veterinarian_id,
            currency=request.currency,
            due_on=report.follow_up_on,
            source_id=request.id,
        )
    except _NOT_MADE as error:
        _not_made(request, error)


def _not_made(request: Request, error: DomainError) -> None:
    log.info("care.follow_up_not_made", request_id=str(request.id), reason=error.code)
