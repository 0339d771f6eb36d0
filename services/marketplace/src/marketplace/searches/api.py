"""Searching over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from starlette.background import BackgroundTask

from amigok_chassis.context import InContext
from amigok_chassis.db import Statements
from amigok_chassis.errors import Unavailable
from amigok_chassis.pagination import InvalidCursor
from amigok_chassis.problems import problems
from marketplace.listings.errors import NotListed
from marketplace.popular import service as popular
from marketplace.searches import service, suggesting
from marketplace.searches.schemas import Filters, Found, Said, Similar, Suggestions

router = APIRouter(prefix="/api/v1")


@router.get("/marketplace/search", response_model=Found, responses=problems(InvalidCursor, Unavailable))
async def search(filters: Annotated[Filters, Query()], request: Request, context: InContext) -> Response:
    """Finds animals for sale. What nobody can buy now is not found."""
    who = request.client.host if request.client else ""
    body = await service.search(context, filters, who=who)
    return Response(body, media_type="application/json", background=BackgroundTask(popular.note, context))


@router.get("/marketplace/search/suggestions", responses=problems(Unavailable))
async def list_suggestions(
    q: Annotated[Said, Query()], db: Statements, limit: Annotated[int, Query(ge=1, le=20)] = 8
) -> Suggestions:
    """Suggests names and words that begin with what was typed, or are written alike."""
    return await suggesting.suggest(db, q, limit=limit)


@router.get(
    "/marketplace/livestock/{livestock_id}/similar", response_model=Similar, responses=problems(NotListed, Unavailable)
)
async def list_similar(livestock_id: UUID, context: InContext) -> Response:
    """Returns animals for sale that are like this one, also after it was sold."""
    return Response(await service.similar(context, livestock_id), media_type="application/json")
