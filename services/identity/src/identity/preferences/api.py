"""Preferences over HTTP."""

from typing import Any

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader, Session
from identity.preferences import service
from identity.preferences.schemas import PreferencesDocument, as_json

router = APIRouter(prefix="/api/v1/me/preferences")


@router.get("")
async def show_preferences(me: CurrentUser, db: Reader) -> dict[str, Any]:
    """Returns my settings of the dashboard."""
    return await service.read(db, user_id=me.id)


@router.put("")
async def replace_preferences(body: PreferencesDocument, me: CurrentUser, db: Session) -> dict[str, Any]:
    """Replaces my settings with this object of at most 16 KiB and 8 levels."""
    await service.replace(db, user_id=me.id, document=as_json(body))
    return body
