"""What time triggers about imports."""

from datetime import timedelta

from amigok_chassis import housekeeping
from amigok_chassis.context import Context
from amigok_chassis.service import every, task
from amigok_chassis.unit_of_work import UnitOfWork
from farm.imports import work
from farm.imports.models import LivestockImport

KEPT = timedelta(days=30)
BATCH = 10


@task(1)
async def work_off_imports(context: Context) -> None:
    """Processes the imports that are running."""
    await work.work_off(context.db)


@every(300)
async def forget_imports(db: UnitOfWork) -> None:
    """Deletes imports that finished a month ago with their reports, a few at a time."""
    await housekeeping.forget(db, LivestockImport.finished_at, older_than=KEPT, most=BATCH)
