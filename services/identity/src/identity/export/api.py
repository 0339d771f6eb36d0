"""The HTTP door of the export."""

from fastapi import APIRouter, Response

from amigok_chassis.auth import RecentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Session
from identity.export import service
from identity.export.schemas import ExportOut
from identity.requests import Caller

router = APIRouter(prefix="/api/v1/me/export", tags=["identity"])


@router.post("")
async def export(me: RecentUser, db: Session, context: InContext, caller: Caller, response: Response) -> ExportOut:
    """All that identity knows of me, to be saved.

    403 `step_up_required`.
    """
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Disposition"] = 'attachment; filename="amigok-identity.json"'
    return await service.export(db, me=me, secret=context.db.data_key, client=caller)
