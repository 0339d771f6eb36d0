"""The export over HTTP."""

from fastapi import APIRouter, Response

from amigok_chassis.auth import RecentUser
from amigok_chassis.db import Session
from identity.activity.caller import Caller
from identity.export import service
from identity.export.schemas import ExportOut

router = APIRouter(prefix="/api/v1/me/export")


@router.post("")
async def export(me: RecentUser, db: Session, caller: Caller, response: Response) -> ExportOut:
    """Returns all that identity knows about me, as a download."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Disposition"] = 'attachment; filename="amigok-identity.json"'
    return await service.export(db, me=me, client=caller)
