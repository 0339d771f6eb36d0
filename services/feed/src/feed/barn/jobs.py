"""Marks meals that nobody has logged in time."""

from datetime import timedelta
from itertools import groupby

from sqlalchemy import text

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.barn import MealsMissed, MissedMeal
from feed.settings import Settings

AT_ONCE = 5000
"""So many meals are marked in one run."""
IN_ONE_EVENT = 500

_MARK = text(
    """
UPDATE meals SET state = 'missed' WHERE id IN (
    SELECT id FROM meals WHERE state = 'planned' AND due_at < :until
    ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED
) RETURNING id, farm_id, due_at, livestock_id, owner_id
"""
)


@every(10)
async def mark_missed(db: UnitOfWork) -> int:
    """Marks planned meals as missed after the time of grace, and publishes them by farm and time, 500 in one event.

    A meal that is just being logged is left alone. A later log still makes it a fed one.
    """
    until = clock.now() - timedelta(hours=db.settings(Settings).missed_after_hours)
    rows = (await db.execute(_MARK, {"until": until, "most": AT_ONCE})).all()
    rows = sorted(rows, key=lambda row: (row.farm_id, row.due_at, row.id))
    for (farm_id, due_at), group in groupby(rows, key=lambda row: (row.farm_id, row.due_at)):
        missed = [MissedMeal(meal_id=row.id, livestock_id=row.livestock_id, owner_id=row.owner_id) for row in group]
        for start in range(0, len(missed), IN_ONE_EVENT):
            part = tuple(missed[start : start + IN_ONE_EVENT])
            emit(db, MealsMissed(farm_id=farm_id, due_at=due_at, meals=part))
    return len(rows)
