"""What time triggers."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import housekeeping
from amigok_chassis.runtime import Runtime
from amigok_chassis.service import errand, every
from farm.imports import work
from farm.imports.models import LivestockImport

KEPT = timedelta(days=30)
BATCH = 10


@errand(1)
async def work_off_imports(runtime: Runtime) -> None:
    """Works on the imports that are running."""
    await work.work_off(runtime.db)


@every(300)
async def forget_imports(db: AsyncSession) -> None:
    """Imports that finished a month ago are deleted with their reports, a few at a time."""
    await housekeeping.forget(db, LivestockImport.finished_at, older_than=KEPT, most=BATCH)
