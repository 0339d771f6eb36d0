"""Saves, changes and deletes reports."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, select

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.rows import refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from analytics.custom_reports.calendar import following
from analytics.custom_reports.catalogue import DATASETS, FILTERED
from analytics.custom_reports.errors import ReportNotFound, TooManyReports
from analytics.custom_reports.models import Report
from analytics.custom_reports.schemas import (
    CatalogueOut,
    ColumnOut,
    DatasetOut,
    Format,
    ReportChange,
    ReportIn,
    ReportOut,
)
from analytics.scopes.service import scope_of

MOST_REPORTS = 50

_LOCK = 20261201

MOST_ROWS: dict[Format, int] = {"csv": 1_000_000, "xlsx": 200_000, "pdf": 1_000}
"""A file that would have more rows is not made."""


def catalogue() -> CatalogueOut:
    """All that reports can ask for."""
    datasets = [
        DatasetOut(
            name=name,
            measures=[ColumnOut(name=each, kind=of.measures[each].kind, filtered=False) for each in of.measures],
            dimensions=[
                ColumnOut(name=each, kind=of.dimensions[each].kind, filtered=each in FILTERED) for each in of.dimensions
            ],
        )
        for name, of in DATASETS.items()
    ]
    return CatalogueOut(datasets=datasets, most_rows=MOST_ROWS)


async def one_at_a_time(db: UnitOfWork, user_id: UUID) -> None:
    """Until the commit nothing else counts what somebody has."""
    await db.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(str(user_id), _LOCK))))


async def save(db: UnitOfWork, me: Principal, new: ReportIn) -> ReportOut:
    """Saves a report of what its owner may see now. Raises what `scope_of` raises, TooManyReports."""
    await scope_of(db, me, new.query)
    await one_at_a_time(db, me.id)
    kept = await db.scalar(select(func.count()).select_from(Report).where(Report.user_id == me.id)) or 0
    if kept >= MOST_REPORTS:
        raise TooManyReports(most=MOST_REPORTS)
    report = Report(user_id=me.id, created_at=clock.now())
    _write(report, new, clock.now())
    db.add(report)
    await db.flush()
    return ReportOut.model_validate(report)


async def change(db: UnitOfWork, me: Principal, report_id: UUID, changed: ReportChange) -> ReportOut:
    """Changes all of a report. Raises ReportNotFound, VersionConflict, and what `scope_of` raises."""
    report = await mine(db, me.id, report_id, lock=True)
    refuse_other_version(changed.version, report.version)
    await scope_of(db, me, changed.query)
    _write(report, changed, clock.now())
    report.version += 1
    return ReportOut.model_validate(report)


async def mine(db: UnitOfWork, user_id: UUID, report_id: UUID, *, lock: bool = False) -> Report:
    """A report of somebody's. Raises ReportNotFound."""
    report = await db.get(Report, report_id, with_for_update=lock or None)
    if report is None or report.user_id != user_id:
        raise ReportNotFound
    return report


async def page(db: UnitOfWork, user_id: UUID, paging: Paging) -> Page[ReportOut]:
    """Somebody's reports, newest first. Raises InvalidCursor."""
    rows, cursor = await paginate(db, select(Report).where(Report.user_id == user_id), paging, key=[Report.id])
    return Page(items=[ReportOut.model_validate(row) for row in rows], next_cursor=cursor)


async def remove(db: UnitOfWork, user_id: UUID, report_id: UUID) -> None:
    """Deletes a report; files that were made of it stay until they expire. Raises ReportNotFound."""
    await db.delete(await mine(db, user_id, report_id, lock=True))


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Deletes all reports of somebody. Repeating the call has no further effect."""
    await db.execute(delete(Report).where(Report.user_id == user_id))


def _write(report: Report, new: ReportIn, now: datetime) -> None:
    report.name, report.format = new.name, new.format
    report.query = new.query.model_dump(mode="json")
    report.schedule = new.schedule.model_dump() if new.schedule else None
    report.next_at = following(new.schedule, now, new.query.zone) if new.schedule else None
