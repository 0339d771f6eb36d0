"""Performance over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Query

from amigok_chassis.auth import CurrentUser
from amigok_chassis.db import Reader
from amigok_chassis.errors import Forbidden
from amigok_chassis.pagination import InvalidCursor, Page
from amigok_chassis.problems import problems
from amigok_herd import LivestockNotFound, OtherFarm
from analytics.engine import Facts
from analytics.figures.errors import TimeEmpty
from analytics.performance import explain, service
from analytics.performance.schemas import ObservationOut, PerformanceAsk, PerformanceOut

router = APIRouter(prefix="/api/v1/analytics/livestock")

_REFUSED = problems(LivestockNotFound, Forbidden, OtherFarm, TimeEmpty, InvalidCursor)


@router.get("/performance", responses=_REFUSED)
async def read_performance(
    me: CurrentUser, db: Reader, facts: Facts, asked: Annotated[PerformanceAsk, Query()]
) -> PerformanceOut:
    """Returns how animals did: gain, feed conversion, health and mortality beside their cohorts."""
    return await service.performance(db, facts, me, asked)


@router.get("/explain", responses=_REFUSED)
async def explain_performance(
    me: CurrentUser, db: Reader, facts: Facts, asked: Annotated[PerformanceAsk, Query()]
) -> Page[ObservationOut]:
    """Lists what was measured of the animals behind their performance, each with its event."""
    return await explain.observations(db, facts, me, asked)
