"""Makes the file of a run: counts the rows, writes them one after the other, and keeps the file.

Whoever asked gets what they may see now, not when they asked. Nothing is read while a transaction is open.
"""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import structlog

from amigok_chassis import clock, files, standing
from amigok_chassis.auth import Principal
from amigok_chassis.context import Context
from amigok_chassis.due import NotYet
from amigok_chassis.errors import DomainError, Forbidden
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.analytics import ReportFailed, ReportReady
from amigok_herd import LivestockNotFound
from analytics.custom_reports.asking import ReportQuery
from analytics.custom_reports.compiling import Compiled, compiled
from analytics.custom_reports.service import MOST_ROWS
from analytics.engine import Engine, engine_of
from analytics.engine.errors import QueryTooCostly
from analytics.figures.service import about
from analytics.report_runs import documents
from analytics.report_runs.cells import Cell, cells
from analytics.report_runs.errors import TooManyRows
from analytics.report_runs.heading import Heading
from analytics.report_runs.models import ReportRun
from analytics.report_runs.service import KEPT
from analytics.report_runs.writing import CsvWriter, Writer, XlsxWriter
from analytics.scopes.service import Scope, scope_of

log = structlog.get_logger()

CHUNK = 2_000
SECONDS = 60
"""How long the rows of a report may take."""
UPLOADING = timedelta(minutes=30)

REASONS: dict[type[DomainError], str] = {
    QueryTooCostly: "query_too_costly",
    TooManyRows: "too_many_rows",
    Forbidden: "not_allowed",
    LivestockNotFound: "not_allowed",
    standing.AccountInactive: "not_allowed",
}
"""What ends a run for good; whatever else fails is tried again."""

_COUNT = "SELECT count() AS rows FROM ({sql})"
_PROGRESS = "UPDATE report_runs SET rows_done = $1, rows_total = $2 WHERE id = $3 AND state = 'making' RETURNING id"


class Cancelled(Exception):
    """Whoever asked does not want it any more."""


@dataclass(frozen=True)
class Plan:
    """What a run is made of."""

    run: ReportRun
    query: ReportQuery
    asked: Compiled
    heading: Heading


async def make(context: Context, run_id: UUID) -> None:
    """Makes the file of a run, unless it has ended. Raises Unavailable, NotYet."""
    folder = Path(await asyncio.to_thread(tempfile.mkdtemp, prefix="report-"))
    try:
        plan = await _planned(context, run_id)
        if plan is not None:
            await _keep(context, plan, await _written(context, plan, folder / "file"))
    except Cancelled:
        log.info("report.cancelled", run_id=str(run_id))
    except tuple(REASONS) as error:
        await _fail(context, run_id, next(code for kind, code in REASONS.items() if isinstance(error, kind)))
    finally:
        await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)


async def give_up(db: UnitOfWork, run_id: UUID) -> None:
    """Ends a run that was tried too often."""
    await _failed(db, run_id, "failed")


async def _planned(context: Context, run_id: UUID) -> Plan | None:
    async with context.db.unit_of_work() as db:
        run = await db.get_one(ReportRun, run_id, with_for_update=True)
        if run.state not in ("asked", "making"):
            return None
        run.take("make")
        scope = await _scope(db, run)
        query, now = ReportQuery.model_validate(run.query), clock.now()
        since, until = query.time(now)
        complete = await about(db, until=until)
    run.as_of, run.stale = complete["as_of"], complete["completeness"].stale
    asked = compiled(query, scope, since=since, until=until, most=MOST_ROWS[run.format] + 1)  # type: ignore[index]
    heading = Heading(run.name, query, since, until, run.as_of, run.stale, now)
    return Plan(run, query, asked, heading)


async def _scope(db: UnitOfWork, run: ReportRun) -> Scope:
    """What whoever asked may see now. Raises AccountInactive, Forbidden, LivestockNotFound."""
    known = await standing.require_active(db, run.user_id)
    me = Principal(run.user_id, known.role, session_id="", expires_at=0)
    return await scope_of(db, me, ReportQuery.model_validate(run.query))


async def _written(context: Context, plan: Plan, path: Path) -> Path:
    """Writes all rows. Raises TooManyRows, QueryTooCostly, Cancelled, Unavailable."""
    facts = engine_of(context)
    facts = facts.within(seconds=SECONDS, memory=facts.memory)
    [counted] = await facts.query(_COUNT.format(sql=plan.asked.sql), plan.asked.params)
    if counted["rows"] > MOST_ROWS[plan.run.format]:  # type: ignore[index]
        raise TooManyRows
    if plan.run.format == "pdf":
        rows = [row async for chunk in _chunks(context, facts, plan, counted["rows"]) for row in chunk]
        await asyncio.to_thread(path.write_bytes, await documents.typeset(plan.heading, plan.asked.columns, rows))
        return path
    kind: type[CsvWriter] | type[XlsxWriter] = CsvWriter if plan.run.format == "csv" else XlsxWriter
    writer: Writer = await asyncio.to_thread(kind, path, plan.heading, plan.asked.columns)
    async for chunk in _chunks(context, facts, plan, counted["rows"]):
        await asyncio.to_thread(writer.add, chunk)
    await asyncio.to_thread(writer.close)
    return path


async def _chunks(context: Context, facts: Engine, plan: Plan, total: int) -> AsyncIterator[Sequence[Sequence[Cell]]]:
    """The rows, so many at a time; how far it is can be seen after each."""
    done = 0
    chunk: list[Sequence[Cell]] = []
    async for row in facts.stream(plan.asked.sql, plan.asked.params):
        chunk.append(cells(row, plan.asked.columns))
        if len(chunk) == CHUNK:
            yield chunk
            done, chunk = done + len(chunk), []
            await _tell(context, plan.run.id, done, total)
    yield chunk
    await _tell(context, plan.run.id, done + len(chunk), total)


async def _tell(context: Context, run_id: UUID, done: int, total: int) -> None:
    if not await context.db.fetch(_PROGRESS, done, total, run_id):
        raise Cancelled


async def _keep(context: Context, plan: Plan, path: Path) -> None:
    """Stores the file, and says that it is there."""
    key = plan.run.key
    async with context.db.unit_of_work() as db:
        await files.erase(db, key, at=clock.now() + UPLOADING)
    await context.storage.put_file(key, path)
    size = (await asyncio.to_thread(path.stat)).st_size
    async with context.db.unit_of_work() as db:
        run = await db.get_one(ReportRun, plan.run.id, with_for_update=True)
        if run.state != "making":
            return
        if not await files.keep(db, key):
            raise NotYet("the file is being erased")
        _finish(db, run, plan, size)


def _finish(db: UnitOfWork, run: ReportRun, plan: Plan, size: int) -> None:
    run.take("finish")
    run.bytes, run.as_of, run.stale = size, plan.run.as_of, plan.run.stale
    run.ended_at, run.kept_until = clock.now(), clock.now() + KEPT
    ready = ReportReady(
        run_id=run.id,
        report_id=run.report_id,
        user_id=run.user_id,
        format=run.format,
        rows=run.rows_done,
        scheduled=run.scheduled,
        kept_until=run.kept_until,
    )
    emit(db, ready)


async def _fail(context: Context, run_id: UUID, reason: str) -> None:
    async with context.db.unit_of_work() as db:
        await _failed(db, run_id, reason)


async def _failed(db: UnitOfWork, run_id: UUID, reason: str) -> None:
    run = await db.get_one(ReportRun, run_id, with_for_update=True)
    if run.state in ("asked", "making"):
        run.take("fail")
        run.reason, run.ended_at = reason, clock.now()
        told = {"run_id": run.id, "report_id": run.report_id, "user_id": run.user_id, "scheduled": run.scheduled}
        emit(db, ReportFailed(**told, reason=reason))
