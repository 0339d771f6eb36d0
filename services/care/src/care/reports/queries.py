"""Reads of reports."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.auth import Principal
from amigok_chassis.unit_of_work import UnitOfWork
from care.animals.models import Animal
from care.farms.models import Farm
from care.reports.errors import FileNotFound, ReportNotFound
from care.reports.models import CareFile, Report
from care.reports.schemas import CareCostOut, CareFileOut, CareReportOut
from care.requests.models import CostLine, Request
from care.requests.queries import visible

_OF_ANIMAL = ("tag_number", "type_name", "breed_name", "sex")
_OF_REPORT = ("findings", "diagnosis", "treatment", "follow_up_on")
_OF_REQUEST = ("service_name", "care_type", "livestock_id", "started_at")


async def show(db: UnitOfWork, request_id: UUID, *, viewer: Principal) -> CareReportOut:
    """Returns the report to those whom the request concerns. Raises RequestNotFound, ReportNotFound."""
    request = await visible(db, request_id, viewer=viewer)
    report = await db.get(Report, request_id)
    if report is None:
        raise ReportNotFound
    return await shown(db, request, report)


async def final(db: UnitOfWork, request_id: UUID, *, viewer: Principal) -> tuple[Report, CareReportOut]:
    """Returns the report of completed care. Raises RequestNotFound, ReportNotFound."""
    request = await visible(db, request_id, viewer=viewer)
    report = await db.get(Report, request_id)
    if report is None or request.state != "completed":
        raise ReportNotFound
    return report, await shown(db, request, report)


async def shown(db: UnitOfWork, request: Request, report: Report) -> CareReportOut:
    """Returns a report with the animal, the costs and the files."""
    animal = await db.get_one(Animal, request.livestock_id)
    farm = await db.get(Farm, animal.farm_id) if animal.farm_id else None
    lines = select(CostLine).where(CostLine.request_id == request.id).order_by(CostLine.added_at, CostLine.source_id)
    return CareReportOut(
        request_id=request.id,
        farm_name=None if farm is None else farm.name,
        costs=[
            CareCostOut(description=line.description, amount=request.money(line.amount))
            for line in await db.scalars(lines)
        ],
        cost=request.money(request.cost),
        files=[CareFileOut.of(file) for file in await files_of(db, request.id)],
        completed_at=request.ended_at,
        **{name: getattr(animal, name) for name in _OF_ANIMAL},
        **{name: getattr(report, name) for name in _OF_REPORT},
        **{name: getattr(request, name) for name in _OF_REQUEST},
    )


async def files_of(db: UnitOfWork, request_id: UUID) -> Sequence[CareFile]:
    """Returns the files of a request, oldest first."""
    return (await db.scalars(select(CareFile).where(CareFile.request_id == request_id).order_by(CareFile.id))).all()


async def file_of(db: UnitOfWork, request_id: UUID, file_id: UUID, *, viewer: Principal) -> CareFile:
    """Returns a file to those whom the request concerns. Raises RequestNotFound, FileNotFound."""
    await visible(db, request_id, viewer=viewer)
    file = await db.get(CareFile, file_id)
    if file is None or file.request_id != request_id:
        raise FileNotFound
    return file
