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
_KNOWN = text(f"SELECT least((SELECT arrived_at {_BEYOND} ORDER BY position LIMIT 1), (SELECT until FROM heard), :now)")
"""Nothing waits here before the first, nor at the broker before the second. `least` leaves out what is null."""


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
        complete_until=await _complete_until(db, now),
        waiting=await db.scalar(_WAITING) or 0,
        sources=[SourceOut.model_validate(row) for row in rows],
        archived_until=await db.scalar(archived),
        engine=answers,
    )


async def seconds_behind(db: UnitOfWork) -> int:
    """For how long the oldest event that is not in the facts may have waited, here or at the broker."""
    now = clock.now()
    return int((now - await _complete_until(db, now)).total_seconds())


async def _complete_until(db: UnitOfWork, now: datetime) -> datetime:
    """The moment before which nothing is missing: what is not in the facts waits here, or at the broker."""
    known: datetime = await db.scalar(_KNOWN, {"now": now})
    return known
