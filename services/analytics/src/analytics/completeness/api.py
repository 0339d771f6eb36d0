"""How complete the facts are, for administrators."""

from fastapi import APIRouter, Depends

from amigok_chassis.auth import requires
from amigok_chassis.context import InContext
from analytics.completeness import service
from analytics.completeness.schemas import CompletenessOut

router = APIRouter(prefix="/api/v1/admin", tags=["analytics"], dependencies=[Depends(requires("admin"))])


@router.get("/analytics/status")
async def read_status(context: InContext) -> CompletenessOut:
    """How far the facts are, by service, and the archive."""
    return await service.status(context)
