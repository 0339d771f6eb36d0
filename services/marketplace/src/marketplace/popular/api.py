"""Popular searches, over HTTP."""

from fastapi import APIRouter

from amigok_chassis.context import InContext
from marketplace.popular import service
from marketplace.popular.schemas import Popular

router = APIRouter(prefix="/api/v1")


@router.get("/marketplace/search/popular")
async def list_popular(context: InContext) -> Popular:
    """Returns what several people have searched lately."""
    return Popular(items=await service.popular(context))
