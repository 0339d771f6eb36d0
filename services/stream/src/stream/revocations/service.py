"""Revoking, and the moment before which something was given."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, text

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from stream.revocations.models import Revocation

LONGEST = timedelta(hours=6)
"""What can be revoked lasts no longer than this without being given anew: then the revocation is forgotten."""

_MOMENT = text("SELECT pg_current_snapshot()::text")


async def revoke(
    db: UnitOfWork,
    *,
    livestock_id: UUID | None = None,
    user_id: UUID | None = None,
    camera_id: UUID | None = None,
    device_id: UUID | None = None,
) -> None:
    """Ends what was given for all of these that are named, when the caller's transaction commits.

    With an animal and a user it is what this user was given for this animal. What is given later stands.
    """
    subject = {"livestock_id": livestock_id, "user_id": user_id, "camera_id": camera_id, "device_id": device_id}
    db.add(Revocation(**subject, made_at=clock.now()))
    await db.flush()


async def moment(db: UnitOfWork) -> str:
    """What is committed now, as a snapshot of PostgreSQL. Ask for it before looking at somebody's rights.

    Whatever is given by these rights carries it, and is ended by each revocation that the snapshot does not contain.
    """
    return str(await db.scalar(_MOMENT))


async def prune(db: UnitOfWork) -> None:
    """Removes revocations of what has expired by itself."""
    await db.execute(delete(Revocation).where(Revocation.made_at < clock.now() - LONGEST))
