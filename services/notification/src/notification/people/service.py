"""Who may be told anything, and what is kept of whom."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete, inspect, select
from sqlalchemy.orm import InstrumentedAttribute

from amigok_chassis import standing
from amigok_chassis.housekeeping import BATCH
from amigok_chassis.standing import Standing
from amigok_chassis.unit_of_work import UnitOfWork
from notification.models import Base


async def present(db: UnitOfWork, user_ids: Collection[UUID]) -> list[UUID]:
    """Returns those of these users who were not deleted, each once, in the order of their ids."""
    known = await standing.of_many(db, set(user_ids))
    return sorted(user_id for user_id, each in known.items() if not each.is_deleted)


async def sweep(db: UnitOfWork, model: type[Base], user_id: InstrumentedAttribute[UUID]) -> None:
    """Deletes rows of deleted users that were written while they were being deleted, in bounded batches."""
    (key,) = inspect(model).primary_key
    deleted = select(Standing.user_id).where(Standing.status == "deleted")
    left = select(key).where(user_id.in_(deleted)).limit(BATCH)
    await db.execute(delete(model).where(key.in_(left)))
