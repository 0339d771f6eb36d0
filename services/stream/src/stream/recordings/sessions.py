"""Which camera the sessions of the media server are of."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.unit_of_work import UnitOfWork
from stream.ingest.models import Publisher


async def session(db: UnitOfWork, session_id: UUID) -> Publisher | None:
    """The session whose files have this id; None if nobody was given a key for it."""
    return await db.get(Publisher, session_id)


async def ended(db: UnitOfWork, session_ids: Collection[UUID]) -> set[UUID]:
    """Those of these sessions that have ended."""
    over = Publisher.id.in_(session_ids), Publisher.state == "ended"
    return set((await db.scalars(select(Publisher.id).where(*over))).all())
