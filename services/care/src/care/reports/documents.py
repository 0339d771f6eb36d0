"""The PDF of a report: made from its rows, stored sealed in the object storage, and made again if it is missing.

This happens outside transactions: read the rows, typeset, store the object, then mark the row.
"""

from importlib.resources import files
from uuid import UUID

import structlog
from fastapi import Response
from sqlalchemy import update

from amigok_chassis import clock, typesetting
from amigok_chassis.auth import Principal
from amigok_chassis.context import Context
from amigok_chassis.errors import NotFound
from amigok_chassis.sealing import derive
from care.reports import queries
from care.reports.models import Report
from care.reports.schemas import CareReportOut
from care.requests.models import Request

log = structlog.get_logger()

_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


async def read(context: Context, request_id: UUID, *, viewer: Principal) -> Response:
    """Returns the PDF of completed care. Raises RequestNotFound, ReportNotFound, Unavailable."""
    async with context.db.unit_of_work() as session:
        report, shown = await queries.final(session, request_id, viewer=viewer)
    content = await _kept(context, report) or await _made(context, report, shown)
    headers = {"Content-Disposition": f'attachment; filename="care-{request_id}.pdf"', **_HEADERS}
    return Response(content, media_type="application/pdf", headers=headers)


async def make(context: Context, request_id: UUID) -> None:
    """Makes the PDF of completed care and stores it. Raises Unavailable."""
    async with context.db.unit_of_work() as session:
        report = await session.get_one(Report, request_id)
        shown = await queries.shown(session, await session.get_one(Request, request_id), report)
    await _made(context, report, shown)


async def typeset(report: CareReportOut) -> bytes:
    """Returns the PDF. The same report always gives the same bytes."""
    template = files("care.reports").joinpath("report.typ").read_bytes()
    return await typesetting.pdf(template, report.model_dump(mode="json"), now=report.completed_at or report.started_at)


async def _kept(context: Context, report: Report) -> bytes | None:
    """Returns the stored PDF, or None if it is missing or was tampered with."""
    if report.stored_at is None:
        return None
    try:
        return await context.storage.get(report.key, secret=_secret(context))
    except (NotFound, ValueError) as error:
        log.error("care.report_lost", request_id=str(report.id), error=repr(error))
        return None


async def _made(context: Context, report: Report, shown: CareReportOut) -> bytes:
    content = await typeset(shown)
    await context.storage.put(report.key, content, secret=_secret(context))
    kept = update(Report).where(Report.id == report.id).values(stored_at=clock.now(), due_at=None)
    async with context.db.unit_of_work() as session:
        await session.execute(kept)
    return content


def _secret(context: Context) -> bytes:
    return derive(context.db.data_key, "care reports")
