"""The HTTP door of sessions."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from identity.devices import service
from identity.devices.schemas import SessionOut
from identity.requests import Caller

router = APIRouter(prefix="/api/v1/auth/sessions", tags=["identity"])


@router.get("")
async def show(me: CurrentUser, db: Reader, paging: PageRequest) -> Page[SessionOut]:
    """Where I am signed in, the newest first. 422 `invalid_cursor`."""
    return await service.show(db, me=me, paging=paging)


@router.delete("/{session_id}", status_code=204)
async def end(session_id: UUID, me: CurrentUser, db: Session, caller: Caller) -> None:
    """Ends one of my sessions; its tokens are refused everywhere within seconds. 404 `not_found`."""
    await service.end(db, me=me, session_id=session_id, client=caller)


@router.delete("", status_code=204)
async def end_others(me: CurrentUser, db: Session, caller: Caller) -> None:
    """Ends all my sessions but this one."""
    await service.end_others(db, me=me, client=caller)
