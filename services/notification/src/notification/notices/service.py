"""Use cases of notices: somebody is told something, once; they read and delete it."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.unit_of_work import UnitOfWork
from notification.notices import groups, queries
from notification.notices.errors import NoticeNotFound
from notification.notices.models import Notice
from notification.notices.telling import Telling
from notification.stream import service as stream

EVENT = "notice"


async def tell(
    db: UnitOfWork, telling: Telling, *, present: Sequence[UUID], hidden: Collection[UUID] = ()
) -> dict[UUID, UUID]:
    """Tells the fact to those of its users who are present, unless they were told it; the `hidden` do not see it.

    Returns the new heads: the ids of notices by user. Who had a group open for it is not among them.
    """
    told = await _insert(db, telling, present, hidden)
    heads = await groups.gather(db, telling, told) if telling.within else told
    await _show(db, [head_id for user_id, head_id in heads.items() if user_id not in hidden])
    return {user_id: head_id for user_id, head_id in heads.items() if head_id == told[user_id]}


async def read(db: UnitOfWork, user_id: UUID, notice_id: UUID) -> Notice:
    """Notes that the user has read a notice. Repeating the call has no further effect. Raises NoticeNotFound."""
    mine = await db.scalar(select(Notice).where(*_shown(user_id), Notice.id == notice_id).with_for_update())
    if mine is None:
        raise NoticeNotFound
    mine.read_at = mine.read_at or clock.now()
    await groups.close(db, user_id, [mine.id])
    return mine


async def read_all(db: UnitOfWork, user_id: UUID, *, last_id: UUID) -> None:
    """Notes that the user has read all notices up to this one."""
    unread = update(Notice).where(*_shown(user_id), Notice.read_at.is_(None), Notice.id <= last_id)
    read_ids = await db.scalars(unread.values(read_at=clock.now()).returning(Notice.id))
    await groups.close(db, user_id, list(read_ids))


async def remove(db: UnitOfWork, user_id: UUID, notice_id: UUID) -> None:
    """Takes a notice out of the user's inbox. They are not told the same again. Raises NoticeNotFound."""
    mine = update(Notice).where(*_shown(user_id), Notice.id == notice_id)
    if await db.scalar(mine.values(deleted_at=clock.now()).returning(Notice.id)) is None:
        raise NoticeNotFound
    await groups.close(db, user_id, [notice_id])


async def count_unread(db: UnitOfWork, user_id: UUID) -> int:
    """Returns how many notices in the user's inbox are unread."""
    unread = select(func.count()).select_from(Notice).where(*_shown(user_id), Notice.read_at.is_(None))
    return await db.scalar(unread) or 0


def _shown(user_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return Notice.user_id == user_id, Notice.head_id.is_(None), Notice.deleted_at.is_(None)


async def _show(db: UnitOfWork, head_ids: Collection[UUID]) -> None:
    """Has the notices appear in the apps of their users, also where one grew."""
    if not head_ids:
        return
    found = await db.scalars(
        select(Notice).where(Notice.id.in_(head_ids)), execution_options={"populate_existing": True}
    )
    shown = await queries.many(db, list(found))
    await stream.push(db, EVENT, {user_id: notice.model_dump(mode="json") for user_id, notice in shown.items()})


async def _insert(
    db: UnitOfWork, telling: Telling, present: Sequence[UUID], hidden: Collection[UUID]
) -> dict[UUID, UUID]:
    now = clock.now()
    fact = {"kind": telling.kind, "source": telling.source, "data": telling.data, "created_at": now, "size": 1}
    rows = [
        {"id": new_id(), "user_id": user_id, "deleted_at": now if user_id in hidden else None, **fact}
        for user_id in present
    ]
    if not rows:
        return {}
    new = insert(Notice).on_conflict_do_nothing(index_elements=["user_id", "kind", "source"])
    told = await db.execute(new.returning(Notice.user_id, Notice.id), rows)
    return {row.user_id: row.id for row in told}
