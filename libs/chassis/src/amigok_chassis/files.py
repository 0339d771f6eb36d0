"""Erases objects of the storage: a row says so in the transaction that wants it, a poller removes the object later.

An upload uses the same row to survive a crash: plan the erasure, commit, put the object, then `keep` it in the
transaction that stores what it belongs to. What was put and never kept is erased.
"""

from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlalchemy import DateTime, Text, Uuid, delete, func
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from amigok_chassis import clock, tables
from amigok_chassis.context import Context
from amigok_chassis.due import Due, announce, poller
from amigok_chassis.unit_of_work import UnitOfWork

MARGIN = timedelta(minutes=1)
"""An object is not kept any more so long before its erasure: clocks of two machines differ."""


class Base(DeclarativeBase):
    metadata = tables.metadata
    type_annotation_map = {datetime: DateTime(timezone=True), UUID: Uuid, str: Text}


class ErasedFile(Due, Base):
    """An object that is to be removed; the row goes after it. The id follows from the key."""

    __tablename__ = "erased_files"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str]


async def erase(db: UnitOfWork, *keys: str, at: datetime | None = None) -> None:
    """Has objects erased if and only if the transaction commits: soon after it, or not before a time.

    Of two erasures of one object the earlier time counts. Objects that are not there do no harm.
    """
    if keys:
        rows = [{"id": _id(key), "key": key, "attempts": 0, "due_at": at or clock.now()} for key in sorted(set(keys))]
        planned = insert(ErasedFile).values(rows)
        earlier = func.least(ErasedFile.due_at, planned.excluded.due_at)
        await db.execute(planned.on_conflict_do_update(index_elements=["id"], set_={"due_at": earlier}))
        announce(db, ErasedFile)


async def keep(db: UnitOfWork, key: str) -> bool:
    """Cancels the planned erasure of an object. Returns False where it has begun, is about to, or was not planned."""
    planned = ErasedFile.id == _id(key), ErasedFile.attempts == 0, ErasedFile.due_at > clock.now() + MARGIN
    return await db.scalar(delete(ErasedFile).where(*planned).returning(ErasedFile.id)) is not None


@poller(ErasedFile)
async def erase_file(context: Context, id: UUID) -> None:
    """Removes the object, then the row. Removing an object twice does no harm."""
    rows = await context.db.fetch("SELECT key FROM erased_files WHERE id = $1", id)
    for row in rows:
        await context.storage.delete(row["key"])
        await context.db.fetch("DELETE FROM erased_files WHERE id = $1", id)


def _id(key: str) -> UUID:
    return uuid5(NAMESPACE_URL, key)
