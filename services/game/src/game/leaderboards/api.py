"""Leaderboards over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import CurrentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from game.contests.errors import ContestNotFound
from game.leaderboards import boards
from game.leaderboards.errors import NotRevealed, NotStarted
from game.leaderboards.schemas import MyRankOut, RankOut

router = APIRouter(prefix="/api/v1")

Around = Annotated[int, Query(ge=0, le=10, description="So many entries before and after each of yours")]

_SHOWN = (ContestNotFound, NotStarted, NotRevealed)


@router.get("/contests/{contest_id}/leaderboard", responses=problems(*_SHOWN))
async def read_leaderboard(contest_id: UUID, db: Reader, page: PageRequest) -> Page[RankOut]:
    """Lists who is before whom, the best first. What judges decide is shown once it is announced."""
    return await boards.page(db, contest_id, page)


@router.get("/contests/{contest_id}/my-ranking", responses=problems(*_SHOWN))
async def read_my_ranking(
    contest_id: UUID, me: CurrentUser, db: Reader, context: InContext, around: Around = 2
) -> list[MyRankOut]:
    """Lists the ranks of your best 20 entries, how their scores came about, and who is around them."""
    return await boards.mine(db, context.redis, contest_id, owner_id=me.id, around=around)
