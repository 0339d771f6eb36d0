"""Locks on the requests behind emergencies."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.service import Lock
from amigok_chassis.unit_of_work import UnitOfWork
from care.requests.models import Request
from care.tables import Rank


async def lock_requests(db: UnitOfWork, ids: Collection[UUID]) -> None:
    """Locks the rows of these requests, by id."""
    wanted = select(Request.id).where(Request.id.in_(ids)).order_by(Request.id)
    await db.execute(wanted.with_for_update(key_share=True))


REQUESTS = Lock(Rank.REQUESTS, lock_requests)
"""Keys: ids of requests."""
