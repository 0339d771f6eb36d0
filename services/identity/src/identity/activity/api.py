"""One's own activity log over HTTP."""

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader
from amigok_chassis.pagination import Page, PageRequest
from identity.activity import service
from identity.activity.schemas import ActivityOut

router = APIRouter(prefix="/api/v1")


@router.get("/me/activity")
async def list_my_activity(me: CurrentUser, page: PageRequest, db: Reader) -> Page[ActivityOut]:
    """Lists what happened to my account in the last year, newest first."""
    return await service.of(db, page, user_id=me.id)
