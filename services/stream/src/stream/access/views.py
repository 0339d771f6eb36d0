"""Tells the audit log who looked at which animal by their role: one entry for each of them and ten minutes.

Looking stores a row in one statement, in whatever session; a job tells the log. So no request waits for the lock of
the log, and a request that only reads is told of, too.
"""

from contextvars import copy_context
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import actor, audit, clock
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from stream.access.models import View

MINUTES = timedelta(minutes=10)
"""Within such a time the same viewer and animal are told of once."""

MOST = 500
"""Entries that one run of the job tells; it holds the lock of the log for so many."""


async def note(db: UnitOfWork, viewer_id: UUID, livestock_id: UUID, basis: str) -> None:
    """Notes that somebody looks at an animal now. Repeating the call within the minutes has no further effect."""
    row = insert(View).values(viewer_id=viewer_id, livestock_id=livestock_id, began_at=_begin(), basis=basis)
    await db.execute(row.on_conflict_do_nothing())


@every(seconds=5)
async def tell_views(db: UnitOfWork) -> int:
    """Tells the log of views that it does not know yet, and forgets those that it has known for a day."""
    untold = select(View).where(View.told_at.is_(None)).order_by(View.began_at).limit(MOST)
    views = (await db.scalars(untold.with_for_update(skip_locked=True))).all()
    for view in views:
        view.told_at = clock.now()
        copy_context().run(_tell, db, view)
    over = View.told_at.is_not(None), View.began_at < clock.now() - timedelta(days=1)
    await db.execute(delete(View).where(*over))
    return len(views)


async def untold(db: UnitOfWork) -> int:
    """How many views the log should have been told of by now."""
    late = View.told_at.is_(None), View.began_at < clock.now() - 2 * MINUTES
    return await db.scalar(select(func.count()).select_from(View).where(*late)) or 0


def _tell(db: UnitOfWork, view: View) -> None:
    actor.identified(view.viewer_id)
    seen = {"basis": view.basis, "from": view.began_at, "until": view.began_at + MINUTES}
    audit.record(db, "livestock.viewed", subject_id=view.livestock_id, after=seen)


def _begin() -> datetime:
    seconds = MINUTES.total_seconds()
    return datetime.fromtimestamp(clock.now().timestamp() // seconds * seconds, UTC)
