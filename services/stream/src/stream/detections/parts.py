"""The parts of the table of detections: a month each."""

from datetime import datetime

from sqlalchemy import text

from amigok_chassis.unit_of_work import UnitOfWork
from stream.settings import Settings
from stream.tables import Partitioned

_MISSING = text("SELECT count(*) FROM unnest(CAST(:parts AS text[])) AS part WHERE to_regclass(part) IS NULL")


def parts(settings: Settings) -> Partitioned:
    """How the table is divided."""
    return Partitioned("detections", "month", keep=settings.detection_retention)


async def maintain(db: UnitOfWork) -> int:
    """Makes the parts that are missing and drops those that are over. Returns how many were dropped."""
    return await parts(db.settings(Settings)).maintain(db)


async def ensure(db: UnitOfWork, now: datetime) -> None:
    """Makes parts for what arrives now if the job has not come by yet: on a new database, after its clock was moved."""
    settings = db.settings(Settings)
    longest = settings.detection_backfill
    moments = now - longest, now - longest / 2, now
    wanted = sorted({parts(settings).part(at) for at in moments})
    if await db.scalar(_MISSING, {"parts": wanted}):
        await parts(settings).make(db, moments)
