"""Reads of announcements."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from notification.announcements.errors import AnnouncementNotFound
from notification.announcements.models import Announcement
from notification.announcements.schemas import AnnouncementOut


async def listed(db: UnitOfWork, paging: Paging) -> Page[AnnouncementOut]:
    """Returns announcements, newest first."""
    rows, cursor = await paginate(db, select(Announcement), paging, key=[Announcement.id])
    return Page(items=[AnnouncementOut.model_validate(row) for row in rows], next_cursor=cursor)


async def one(db: UnitOfWork, announcement_id: UUID) -> AnnouncementOut:
    """Returns an announcement. Raises AnnouncementNotFound."""
    found = await db.get(Announcement, announcement_id)
    if found is None:
        raise AnnouncementNotFound
    return AnnouncementOut.model_validate(found)
