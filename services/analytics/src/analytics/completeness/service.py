"""How complete the facts are."""

from datetime import datetime

from sqlalchemy import func, select, text

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.unit_of_work import UnitOfWork
from analytics.archives.models import ArchiveDay
from analytics.completeness.schemas import CompletenessOut, SourceOut
from analytics.engine import engine_of
from analytics.facts.models import Watermark

MOST_WAITING = 10_000
"""Nobody counts more than one beyond this: it is asked beside every figure."""

_BEYOND = "FROM arrivals WHERE position > (SELECT position FROM loads)"
_WAITING = text(f"SELECT count(*) FROM (SELECT {_BEYOND} LIMIT {MOST_WAITING + 1}) AS waiting")
_OLDEST = text(f"SELECT arrived_at {_BEYOND} ORDER BY position LIMIT 1")


async def status(context: Context) -> CompletenessOut:
    """How far facts and archive are, and whether figures can be computed."""
    answers = await engine_of(context).answers()
    async with context.db.reader() as db:
        return await completeness(db, answers=answers)


async def completeness(db: UnitOfWork, *, answers: bool = True) -> CompletenessOut:
    """How far the facts are, source by source: to stand beside a figure."""
    now = clock.now()
    archived = select(func.max(ArchiveDay.day)).where(ArchiveDay.sealed_at.is_not(None))
    rows = await db.scalars(select(Watermark).order_by(Watermark.source))
    return CompletenessOut(
        complete_until=await db.scalar(_OLDEST) or now,
        waiting=await db.scalar(_WAITING) or 0,
        sources=[SourceOut.model_validate(row) for row in rows],
        archived_until=await db.scalar(archived),
        engine=answers,
    )


async def seconds_behind(db: UnitOfWork) -> int:
    """For how long the oldest event that is not in the facts has waited."""
    oldest: datetime | None = await db.scalar(_OLDEST)
    return int((clock.now() - oldest).total_seconds()) if oldest else 0
