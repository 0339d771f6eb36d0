"""Seasons over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Query

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader
from amigok_chassis.pagination import Page, PageRequest
from game.seasons import queries
from game.seasons.calendar import Kind
from game.seasons.schemas import SeasonOut

router = APIRouter(prefix="/api/v1/games/pilot-farming")


@router.get("/seasons")
async def list_seasons(
    me: CurrentUser, page: PageRequest, db: Reader, kind: Annotated[Kind | None, Query()] = None
) -> Page[SeasonOut]:
    """Lists the seasons, the latest first, past ones too. Their boards are at the leaderboard."""
    return await queries.page(db, page, kind=kind)
