"""Reports over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.errors import Forbidden
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from amigok_herd import LivestockNotFound, OtherFarm
from analytics.custom_reports import service
from analytics.custom_reports.errors import ReportNotFound, TooManyReports
from analytics.custom_reports.schemas import CatalogueOut, ReportChange, ReportIn, ReportOut

router = APIRouter(prefix="/api/v1/analytics/reports")

_SCOPE = (LivestockNotFound, Forbidden, OtherFarm)


@router.get("/catalogue")
async def read_catalogue(me: CurrentUser) -> CatalogueOut:
    """Returns what reports can ask for: data sets, measures and dimensions."""
    return service.catalogue()


@router.get("")
async def list_reports(me: CurrentUser, db: Reader, paging: PageRequest) -> Page[ReportOut]:
    """Lists your reports, newest first."""
    return await service.page(db, me.id, paging)


@router.post("", status_code=201, responses=problems(*_SCOPE, TooManyReports))
async def save_report(body: ReportIn, me: CurrentUser, db: Session) -> ReportOut:
    """Saves a report. With a schedule it is made by itself."""
    return await service.save(db, me, body)


@router.get("/{report_id}", responses=problems(ReportNotFound))
async def read_report(report_id: UUID, me: CurrentUser, db: Reader) -> ReportOut:
    """Returns a report of yours."""
    return ReportOut.model_validate(await service.mine(db, me.id, report_id))


@router.put("/{report_id}", responses=problems(*_SCOPE, ReportNotFound, VersionConflict))
async def change_report(report_id: UUID, body: ReportChange, me: CurrentUser, db: Session) -> ReportOut:
    """Changes all of a report of yours."""
    return await service.change(db, me, report_id, body)


@router.delete("/{report_id}", status_code=204, responses=problems(ReportNotFound))
async def delete_report(report_id: UUID, me: CurrentUser, db: Session) -> None:
    """Deletes a report of yours. Files that were made of it stay until they expire."""
    await service.remove(db, me.id, report_id)
