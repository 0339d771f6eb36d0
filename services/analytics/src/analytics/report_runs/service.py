"""Asks for runs of reports, shows and cancels them."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, func, select

from amigok_chassis import clock, files, standing
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from analytics.custom_reports import service as reports
from analytics.custom_reports.asking import ReportQuery
from analytics.custom_reports.calendar import Schedule, following
from analytics.custom_reports.models import Report
from analytics.custom_reports.schemas import Format
from analytics.report_runs.errors import RunNotFound, TooManyRuns
from analytics.report_runs.machine import RUNS
from analytics.report_runs.models import ReportRun
from analytics.report_runs.schemas import RunOut

MOST_AT_ONCE = 3
KEPT = timedelta(days=30)
BATCH = 100

_OPEN = ReportRun.state.in_(("asked", "making"))


async def ask(db: UnitOfWork, user_id: UUID, report_id: UUID, format: Format | None) -> RunOut:
    """Has a report made. Raises ReportNotFound, TooManyRuns."""
    await reports.one_at_a_time(db, user_id)
    report = await reports.mine(db, user_id, report_id, lock=True)
    under_way = select(func.count()).select_from(ReportRun).where(ReportRun.user_id == user_id, _OPEN)
    if (await db.scalar(under_way) or 0) >= MOST_AT_ONCE:
        raise TooManyRuns(most=MOST_AT_ONCE)
    return await _asked(db, report, format or report.format, scheduled=False)


async def run_scheduled(db: UnitOfWork) -> None:
    """Has reports made whose time has come: late rather than never, and once for all times that were missed."""
    now = clock.now()
    due = select(Report).where(Report.next_at <= now).order_by(Report.next_at).limit(BATCH)
    rows = (await db.scalars(due.with_for_update(skip_locked=True))).all()
    standings = await standing.of_many(db, {report.user_id for report in rows})
    for report in rows:
        report.next_at = _next(report, now)
        if standings[report.user_id].is_active:
            await _asked(db, report, report.format, scheduled=True)


async def page(db: UnitOfWork, user_id: UUID, report_id: UUID, paging: Paging) -> Page[RunOut]:
    """The runs of a report, also of one that was deleted, newest first. Raises InvalidCursor."""
    query = select(ReportRun).where(ReportRun.report_id == report_id, ReportRun.user_id == user_id)
    rows, cursor = await paginate(db, query, paging, key=[ReportRun.id])
    return Page(items=[RunOut.model_validate(row) for row in rows], next_cursor=cursor)


async def mine(db: UnitOfWork, user_id: UUID, run_id: UUID, *, lock: bool = False) -> ReportRun:
    """A run of somebody's. Raises RunNotFound."""
    run = await db.get(ReportRun, run_id, with_for_update=lock or None)
    if run is None or run.user_id != user_id:
        raise RunNotFound
    return run


async def cancel(db: UnitOfWork, user_id: UUID, run_id: UUID) -> RunOut:
    """Ends a run before it is made. Raises RunNotFound, WrongState."""
    run = await mine(db, user_id, run_id, lock=True)
    run.take("cancel")
    run.ended_at, run.due_at = clock.now(), None
    return RunOut.model_validate(run)


async def expire(db: UnitOfWork) -> None:
    """Removes files whose time is over."""
    over = select(ReportRun).where(ReportRun.kept_until <= clock.now(), ReportRun.state == "ready")
    rows = (await db.scalars(over.limit(BATCH).with_for_update(skip_locked=True))).all()
    for run in rows:
        run.take("expire")
    await files.erase(db, *(run.key for run in rows))


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Removes all reports of somebody, and what was made of them. Repeating the call has no further effect."""
    rows = (await db.scalars(select(ReportRun).where(ReportRun.user_id == user_id))).all()
    await files.erase(db, *(run.key for run in rows))
    await db.execute(delete(ReportRun).where(ReportRun.user_id == user_id))
    await reports.forget(db, user_id)


async def _asked(db: UnitOfWork, report: Report, format: str, *, scheduled: bool) -> RunOut:
    now = clock.now()
    run = ReportRun(
        report_id=report.id,
        user_id=report.user_id,
        name=report.name,
        query=report.query,
        format=format,
        scheduled=scheduled,
        state=RUNS.follow("ask", None),
        created_at=now,
    )
    run.make_due(now)
    db.add(run)
    await db.flush()
    return RunOut.model_validate(run)


def _next(report: Report, now: datetime) -> datetime:
    zone = ReportQuery.model_validate(report.query).zone
    return following(Schedule.model_validate(report.schedule), now, zone)
