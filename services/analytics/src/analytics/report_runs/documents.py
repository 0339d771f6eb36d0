"""The PDF of a report, and downloads."""

from collections.abc import Sequence
from importlib.resources import files
from uuid import UUID

from fastapi.responses import StreamingResponse

from amigok_chassis import typesetting
from amigok_chassis.auth import Principal
from amigok_chassis.context import Context
from amigok_chassis.errors import Forbidden
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import LivestockNotFound
from analytics.custom_reports.asking import ReportQuery
from analytics.report_runs import service
from analytics.report_runs.cells import Cell
from analytics.report_runs.charts import charts
from analytics.report_runs.errors import NotReady, RunNotFound
from analytics.report_runs.heading import Columns, Heading
from analytics.report_runs.models import ReportRun
from analytics.scopes.service import scope_of

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}

_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
_NUMBERS = frozenset({"money", "decimal", "integer"})


async def typeset(heading: Heading, columns: Columns, rows: Sequence[Sequence[Cell]]) -> bytes:
    """The PDF. The same rows always give the same bytes."""
    template = files("analytics.report_runs").joinpath("report.typ").read_bytes()
    data = {
        "heading": heading.lines,
        "columns": [{"name": name, "number": kind in _NUMBERS} for name, kind in columns],
        "rows": [[_shown(cell) for cell in row] for row in rows],
        "chart": heading.query.chart,
        "charts": [each.shown for each in charts(heading.query, columns, rows)],
        "footer": f"As of {heading.local(heading.as_of)}. Times are those of {heading.query.time_zone}.",
    }
    return await typesetting.pdf(template, data, now=heading.made_at)


async def download(context: Context, me: Principal, run_id: UUID) -> StreamingResponse:
    """The file of a run, in chunks. Raises RunNotFound, also where they may not see any more what is in it.

    Raises NotReady, Unavailable.
    """
    async with context.db.reader() as db:
        run = await service.mine(db, me.id, run_id)
        await _require_seen(db, me, run)
    if run.state != "ready" or run.bytes is None:
        raise NotReady(state=run.state)
    chunks = await context.storage.chunks(run.key, 0, run.bytes)
    name = f"report-{run.created_at:%Y-%m-%d}-{str(run.id)[-6:]}.{run.format}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Length": str(run.bytes), **_HEADERS}
    return StreamingResponse(chunks, media_type=MEDIA_TYPES[run.format], headers=headers)


async def _require_seen(db: UnitOfWork, me: Principal, run: ReportRun) -> None:
    try:
        await scope_of(db, me, ReportQuery.model_validate(run.query))
    except (Forbidden, LivestockNotFound) as error:
        raise RunNotFound from error


def _shown(cell: Cell) -> str | None:
    if cell is None or isinstance(cell, str):
        return cell
    return f"{cell:,}"
