"""How people want to be told things, over HTTP."""

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.problems import problems
from amigok_chassis.standing import AccountInactive
from notification.people import service
from notification.people.schemas import SettingsIn, SettingsOut

router = APIRouter(prefix="/api/v1/notifications/settings", tags=["notification"])


@router.get("")
async def show_notice_settings(me: CurrentUser, db: Reader) -> SettingsOut:
    """Returns your language, time zone, quiet hours and when digests come."""
    return SettingsOut.model_validate(await service.of(db, me.id), from_attributes=True)


@router.put("", responses=problems(AccountInactive))
async def change_notice_settings(body: SettingsIn, me: CurrentUser, db: Session) -> SettingsOut:
    """Replaces them."""
    return SettingsOut.model_validate(await service.change(db, me.id, body), from_attributes=True)
