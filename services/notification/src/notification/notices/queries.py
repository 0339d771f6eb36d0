"""Reads of notices."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from notification.notices.models import Notice
from notification.notices.schemas import NoticeOut


async def inbox(db: UnitOfWork, paging: Paging, user_id: UUID, *, unread: bool) -> Page[NoticeOut]:
    """Returns what a user was told, newest first; only what they have not read, where `unread`."""
    mine = select(Notice).where(Notice.user_id == user_id, Notice.head_id.is_(None), Notice.deleted_at.is_(None))
    query = mine.where(Notice.read_at.is_(None)) if unread else mine
    rows, cursor = await paginate(db, query, paging, key=[Notice.id])
    return Page(items=[NoticeOut.model_validate(row) for row in rows], next_cursor=cursor)
