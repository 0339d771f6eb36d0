"""Reads of doses."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from feed.doses.models import Dose

SHOWN_FOR = timedelta(days=1)
"""So long a dose that nobody has given is shown beside the meals."""


async def due_of(db: UnitOfWork, animals: Collection[UUID], now: datetime) -> dict[UUID, list[str]]:
    """The medicines whose doses are due and not given, by animal."""
    due = select(Dose.livestock_id, Dose.medicine_name).where(
        among(Dose.livestock_id, animals), Dose.given_at.is_(None), Dose.planned_at.between(now - SHOWN_FOR, now)
    )
    found: dict[UUID, list[str]] = defaultdict(list)
    for livestock_id, medicine_name in await db.execute(due.order_by(Dose.planned_at, Dose.id)):
        found[livestock_id].append(medicine_name)
    return found
