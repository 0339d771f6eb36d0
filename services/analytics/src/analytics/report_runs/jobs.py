"""When reports are made, and when their files go."""

from datetime import timedelta
from uuid import UUID

from amigok_chassis import housekeeping
from amigok_chassis.context import Context
from amigok_chassis.due import GiveUp, poller
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from analytics.report_runs import making, service
from analytics.report_runs.models import ReportRun

REMEMBERED = timedelta(days=365)
BATCH = 1_000
TRIED = timedelta(hours=6)
"""For how long a run waits for what it needs."""


@poller(ReportRun, at_once=2, lease=timedelta(minutes=10), give_up=GiveUp(making.give_up, age=TRIED))
async def make_report(context: Context, run_id: UUID) -> None:
    """Makes the file of a run."""
    await making.make(context, run_id)


@every(30)
async def run_scheduled_reports(db: UnitOfWork) -> None:
    """Has reports made whose time has come."""
    await service.run_scheduled(db)


@every(600)
async def expire_reports(db: UnitOfWork) -> None:
    """Removes files whose time is over, and forgets runs of long ago."""
    await service.expire(db)
    await housekeeping.forget(db, ReportRun.ended_at, older_than=REMEMBERED, most=BATCH)
