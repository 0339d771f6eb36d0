"""The parts of the table of detections: a month each."""

from datetime import datetime

from sqlalchemy import text

from amigok_chassis.unit_of_work import UnitOfWork
from stream.settings import Settings
from stream.tables import Partitioned

# One at a time makes and drops parts: jobs, and requests that find one missing.
_LOCK = text("SELECT pg_advisory_xact_lock(hashtext('stream.detections'))")
_MISSING = text("SELECT count(*) FROM unnest(CAST(:parts AS text[])) AS part WHERE to_regclass(part) IS NULL")


def parts(settings: Settings) -> Partitioned:
    """How the table is divided."""
    return Partitioned("detections", "month", keep=settings.detection_retention)


async def maintain(db: UnitOfWork) -> int:
    """Makes the parts that are missing and drops those that are over. Returns how many were dropped."""
    await db.execute(_LOCK)
    return await parts(db.settings(Settings)).maintain(db)


async def ensure(db: UnitOfWork, now: datetime) -> None:
    """Makes parts for what arrives now if the job has not come by yet: on a new database, after its clock was moved.

    It comes before all else in a transaction: whoever makes parts waits for all who have read the table.
    """
    settings = db.settings(Settings)
    wanted = sorted({parts(settings).part(at) for at in (now - settings.detection_backfill, now)})
    if await db.scalar(_MISSING, {"parts": wanted}):
        await maintain(db)
