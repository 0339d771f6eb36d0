"""How complete figures are."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from amigok_chassis.unit_of_work import UnitOfWork
from analytics.agreement.models import BookDifference
from analytics.completeness.service import completeness
from analytics.figures.schemas import Completeness, HeardOut


async def about(db: UnitOfWork, *, until: datetime, explain: str | None = None) -> dict[str, Any]:
    """The fields of `Figures`, for figures of what happened until a moment."""
    complete = await _complete(db)
    return {"as_of": min(until, complete.complete_until), "completeness": complete, "explain": explain}


async def _complete(db: UnitOfWork) -> Completeness:
    """Up to when each service was heard, and whose books differ from the facts."""
    known = await completeness(db)
    differences = await _differences(db)
    heard = [(each.source, each.occurred_at) for each in known.sources]
    return Completeness(
        stale=bool(differences),
        complete_until=known.complete_until,
        waiting=known.waiting,
        sources=[HeardOut(source=name, heard_at=at, differences=differences.get(name, 0)) for name, at in heard],
    )


async def _differences(db: UnitOfWork) -> dict[str, int]:
    told = select(BookDifference.source, func.count()).where(BookDifference.told_at.is_not(None))
    rows = await db.execute(told.group_by(BookDifference.source))
    return {row[0]: row[1] for row in rows}
