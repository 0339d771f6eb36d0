"""Reads of notices."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from notification.kinds.table import KINDS
from notification.notices.models import Notice
from notification.notices.schemas import NoticeOut
from notification.people import service as people
from notification.people.models import Person
from notification.templates.rendering import say


async def inbox(db: UnitOfWork, paging: Paging, user_id: UUID, *, unread: bool) -> Page[NoticeOut]:
    """Returns what a user was told, newest first; only what they have not read, where `unread`."""
    mine = select(Notice).where(Notice.user_id == user_id, Notice.head_id.is_(None), Notice.deleted_at.is_(None))
    query = mine.where(Notice.read_at.is_(None)) if unread else mine
    rows, cursor = await paginate(db, query, paging, key=[Notice.id])
    reader = await people.of(db, user_id)
    return Page(items=[_shown(row, reader) for row in rows], next_cursor=cursor)


async def many(db: UnitOfWork, notices: Collection[Notice]) -> dict[UUID, NoticeOut]:
    """Returns notices of different users as each sees theirs."""
    readers = await people.of_many(db, {notice.user_id for notice in notices})
    return {notice.user_id: _shown(notice, readers[notice.user_id]) for notice in notices}


async def one(db: UnitOfWork, notice: Notice) -> NoticeOut:
    """Returns a notice as its user sees it."""
    return _shown(notice, await people.of(db, notice.user_id))


def _shown(notice: Notice, reader: Person) -> NoticeOut:
    said = say(notice.kind, notice.data, size=notice.size, language=reader.language, zone=reader.zone)
    return NoticeOut(
        id=notice.id,
        kind=notice.kind,
        category=KINDS[notice.kind].category.name if notice.kind in KINDS else "",
        title=said.title,
        text=said.text,
        data=notice.data,
        size=notice.size,
        created_at=notice.created_at,
        read_at=notice.read_at,
    )
