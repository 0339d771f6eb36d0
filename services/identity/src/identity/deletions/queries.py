"""Reads deletions."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from identity.deletions.errors import NeverDeleted
from identity.deletions.models import Deletion

STUCK_AFTER = timedelta(minutes=10)


async def newest(db: UnitOfWork, user_id: UUID) -> Deletion | None:
    """The latest deletion of a user."""
    query = select(Deletion).where(Deletion.user_id == user_id).order_by(Deletion.id.desc()).limit(1)
    return await db.scalar(query)


async def read(db: UnitOfWork, user_id: UUID) -> Deletion:
    """The latest deletion of a user. Raises NeverDeleted."""
    deletion = await newest(db, user_id)
    if deletion is None:
        raise NeverDeleted
    return deletion


async def under_way(db: UnitOfWork, user_id: UUID) -> bool:
    """Whether services are being asked if the user may be deleted."""
    return await db.scalar(select(Deletion.id).where(Deletion.user_id == user_id, Deletion.is_open)) is not None


async def stuck(db: UnitOfWork) -> int:
    """How many deletions wait for an answer longer than they should."""
    late = Deletion.requested_at < clock.now() - STUCK_AFTER
    return await db.scalar(select(func.count()).select_from(Deletion).where(Deletion.is_open, late)) or 0
