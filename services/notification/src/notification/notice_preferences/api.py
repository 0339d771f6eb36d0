"""Preferences over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Path

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.problems import problems
from amigok_chassis.standing import AccountInactive
from notification.notice_preferences import queries, service, stopping
from notification.notice_preferences.errors import InvalidStopLink, KindMandatory
from notification.notice_preferences.schemas import PreferencesIn, PreferencesOut, StoppedOut

router = APIRouter(prefix="/api/v1/notifications", tags=["notification"])


@router.get("/preferences")
async def show_notice_preferences(me: CurrentUser, db: Reader) -> PreferencesOut:
    """Returns how you are told each kind of notice."""
    return await queries.shown(db, me.id)


@router.put("/preferences", responses=problems(AccountInactive, KindMandatory))
async def change_notice_preferences(body: PreferencesIn, me: CurrentUser, db: Session) -> PreferencesOut:
    """Changes how you are told some kinds of notices; what you do not name stays."""
    await service.change(db, me.id, body.changes)
    return await queries.shown(db, me.id)


@router.post("/stop-mails/{token}", responses=problems(InvalidStopLink))
async def stop_mails(token: Annotated[str, Path(min_length=20, max_length=120)], db: Session) -> StoppedOut:
    """Ends mails of one kind, by the link in such a mail (RFC 8058). Nobody has to sign in."""
    return StoppedOut(kind=await stopping.stop(db, token))
