"""Runs of reports over HTTP."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from amigok_chassis.auth import CurrentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session
from amigok_chassis.errors import NotFound, Unavailable
from amigok_chassis.locations import follow
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from analytics.custom_reports.errors import ReportNotFound
from analytics.report_runs import documents, service
from analytics.report_runs.errors import NotReady, RunNotFound, TooManyRuns
from analytics.report_runs.schemas import RunIn, RunOut

router = APIRouter(prefix="/api/v1/analytics")

_FILE: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            "text/csv": {"schema": {"type": "string"}},
            documents.MEDIA_TYPES["xlsx"]: {"schema": {"type": "string", "format": "binary"}},
            "application/pdf": {"schema": {"type": "string", "format": "binary"}},
        }
    }
}


@follow("/api/v1/analytics/report-runs/{id}")
@router.post("/reports/{report_id}/runs", status_code=202, responses=problems(ReportNotFound, TooManyRuns))
async def make_report(report_id: UUID, body: RunIn, me: CurrentUser, db: Session) -> RunOut:
    """Has a report of yours made. Read the run to see how far it is."""
    return await service.ask(db, me.id, report_id, body.format)


@router.get("/reports/{report_id}/runs")
async def list_runs(report_id: UUID, me: CurrentUser, db: Reader, paging: PageRequest) -> Page[RunOut]:
    """Lists the runs of a report of yours, newest first."""
    return await service.page(db, me.id, report_id, paging)


@router.get("/report-runs/{run_id}", responses=problems(RunNotFound))
async def read_run(run_id: UUID, me: CurrentUser, db: Reader) -> RunOut:
    """Returns how far a run of yours is."""
    return RunOut.model_validate(await service.mine(db, me.id, run_id))


@router.post("/report-runs/{run_id}/cancel", responses=problems(RunNotFound, WrongState))
async def cancel_run(run_id: UUID, me: CurrentUser, db: Session) -> RunOut:
    """Ends a run of yours before it is made."""
    return await service.cancel(db, me.id, run_id)


@router.get(
    "/report-runs/{run_id}/file",
    response_class=StreamingResponse,
    responses=_FILE | problems(RunNotFound, NotReady, NotFound, Unavailable),
)
async def download_report(run_id: UUID, me: CurrentUser, context: InContext) -> StreamingResponse:
    """Returns the file of a run of yours."""
    return await documents.download(context, me, run_id)
