"""What time triggers about imports."""

from datetime import timedelta
from uuid import UUID

from amigok_chassis import housekeeping
from amigok_chassis.context import Context
from amigok_chassis.due import poller
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from farm.imports import work
from farm.imports.models import LivestockImport

KEPT = timedelta(days=30)
BATCH = 10


@poller(LivestockImport, at_once=1)
async def process_import(context: Context, import_id: UUID) -> None:
    """Processes the next rows of an import."""
    async with context.db.unit_of_work() as db:
        await work.process_batch(db, import_id)


@every(300)
async def forget_imports(db: UnitOfWork) -> None:
    """Deletes imports that finished a month ago with their reports, a few at a time."""
    await housekeeping.forget(db, LivestockImport.finished_at, older_than=KEPT, most=BATCH)
