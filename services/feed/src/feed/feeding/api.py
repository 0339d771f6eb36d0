"""Schedule and history over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.schemas import NearMoment
from amigok_herd import LivestockNotFound
from feed.feeding import queries
from feed.feeding.schemas import FeedingHistoryOut, ScheduledMealOut

router = APIRouter(prefix="/api/v1/livestock/{livestock_id}")


@router.get("/feeding-schedule", responses=problems(LivestockNotFound))
async def read_schedule(livestock_id: UUID, me: CurrentUser, page: PageRequest, db: Reader) -> Page[ScheduledMealOut]:
    """Lists the planned meals of an animal, for its owner and the farm's people."""
    return await queries.schedule(db, page, livestock_id, viewer=me)


@router.get("/feeding-history", responses=problems(LivestockNotFound))
async def read_history(
    livestock_id: UUID,
    me: CurrentUser,
    page: PageRequest,
    db: Reader,
    since: Annotated[NearMoment | None, Query(description="90 days before the end unless given")] = None,
    until: Annotated[NearMoment | None, Query(description="Now unless given")] = None,
) -> FeedingHistoryOut:
    """Lists what an animal ate, with costs and feed conversion, for the farm's people and for owners of their time."""
    return await queries.history(db, page, livestock_id, since=since, until=until, viewer=me)
