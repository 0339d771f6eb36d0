"""The inbox over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from notification.notices import queries, service
from notification.notices.errors import NoticeNotFound
from notification.notices.schemas import NoticeOut, ReadUpToIn, UnreadOut

router = APIRouter(prefix="/api/v1/notifications", tags=["notification"])


@router.get("")
async def list_notices(me: CurrentUser, page: PageRequest, db: Reader, unread: bool = False) -> Page[NoticeOut]:
    """Lists what you were told, the newest first; with `unread`, only what you have not read."""
    return await queries.inbox(db, page, me.id, unread=unread)


@router.get("/unread-count")
async def count_unread_notices(me: CurrentUser, db: Reader) -> UnreadOut:
    """How many of your notices are unread."""
    return UnreadOut(unread=await service.count_unread(db, me.id))


@router.post("/read-all", status_code=204)
async def read_all_notices(body: ReadUpToIn, me: CurrentUser, db: Session) -> None:
    """Marks all notices as read up to the newest that you have seen."""
    await service.read_all(db, me.id, last_id=body.last_id)


@router.post("/{notice_id}/read", responses=problems(NoticeNotFound))
async def read_notice(notice_id: UUID, me: CurrentUser, db: Session) -> NoticeOut:
    """Marks a notice as read."""
    return await queries.one(db, await service.read(db, me.id, notice_id))


@router.delete("/{notice_id}", status_code=204, responses=problems(NoticeNotFound))
async def delete_notice(notice_id: UUID, me: CurrentUser, db: Session) -> None:
    """Deletes a notice."""
    await service.remove(db, me.id, notice_id)
