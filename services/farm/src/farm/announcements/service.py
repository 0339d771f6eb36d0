"""Publishes something for many rows, a bounded number of them in each transaction."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.context import Context
from amigok_chassis.unit_of_work import UnitOfWork
from farm.announcements.models import FIRST, Announcement


@dataclass(frozen=True)
class Topic:
    """What is published, by its name. `rows` selects the ids of a subject, in any order; `publish` is told of some."""

    name: str
    rows: Callable[[UUID], Select[UUID]]
    publish: Callable[[UnitOfWork, Sequence[UUID]], Awaitable[None]]


async def begin(db: UnitOfWork, topic: Topic, subject_id: UUID = FIRST) -> None:
    """Publishes for all rows of the subject, from the first again if it has begun before. A task goes on with it."""
    row = insert(Announcement).values(topic=topic.name, subject_id=subject_id, announced_to=FIRST)
    await db.execute(row.on_conflict_do_update(index_elements=["topic", "subject_id"], set_={"announced_to": FIRST}))


async def finish(context: Context, topic: Topic) -> None:
    """Publishes what has begun of a topic, until nothing is left that nobody else works on."""
    published = True
    while published:
        async with context.db.unit_of_work() as db:
            published = await publish_some(db, topic)


async def publish_some(db: UnitOfWork, topic: Topic, *, limit: int = 500) -> bool:
    """Publishes for the next rows of a subject, unless somebody else does. Returns whether there was one."""
    waiting = select(Announcement).where(Announcement.topic == topic.name).order_by(Announcement.subject_id).limit(1)
    begun = await db.scalar(waiting.with_for_update(skip_locked=True))
    if begun is None:
        return False
    rows = topic.rows(begun.subject_id)
    (key,) = rows.selected_columns
    ids = (await db.scalars(rows.where(key > begun.announced_to).order_by(key).limit(limit))).all()
    if ids:
        await topic.publish(db, ids)
        begun.announced_to = ids[-1]
    else:
        await db.delete(begun)
    return True
