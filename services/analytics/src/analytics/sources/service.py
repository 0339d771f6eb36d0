"""How complete figures are."""

from sqlalchemy import func, select

from amigok_chassis.unit_of_work import UnitOfWork
from analytics.agreement.models import BookDifference
from analytics.engine import Engine
from analytics.sources.schemas import Completeness, SourceOut

_HEARD = "SELECT source, max(occurred_at) AS heard_at FROM events GROUP BY source ORDER BY source"


async def completeness(db: UnitOfWork, facts: Engine) -> Completeness:
    """Up to when each service was heard, and whose books differ from the facts."""
    counted = select(BookDifference.source, func.count()).where(BookDifference.told_at.is_not(None))
    differences = {row.source: row.count for row in await db.execute(counted.group_by(BookDifference.source))}
    sources = [
        SourceOut(source=row["source"], heard_at=row["heard_at"], differences=differences.get(row["source"], 0))
        for row in await facts.query(_HEARD)
    ]
    return Completeness(stale=bool(differences), sources=sources)
