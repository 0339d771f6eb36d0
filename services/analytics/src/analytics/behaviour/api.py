"""Behaviour over HTTP, for administrators."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import requires
from amigok_chassis.db import Reader
from amigok_chassis.problems import problems
from analytics.behaviour import service
from analytics.behaviour.errors import TimeTooLong
from analytics.behaviour.schemas import ActivePeopleOut, BehaviourAsk, FunnelOut, RetentionOut
from analytics.engine import Facts
from analytics.figures.errors import TimeEmpty

admin = APIRouter(prefix="/api/v1/admin/analytics/behaviour", dependencies=[Depends(requires("admin"))])

_REFUSED = problems(TimeEmpty, TimeTooLong)


@admin.get("/funnel", responses=_REFUSED)
async def read_funnel(db: Reader, facts: Facts, asked: Annotated[BehaviourAsk, Query()]) -> FunnelOut:
    """Returns how far people come, from registration to a second animal."""
    return await service.read_funnel(db, facts, asked)


@admin.get("/retention", responses=_REFUSED)
async def read_retention(db: Reader, facts: Facts, asked: Annotated[BehaviourAsk, Query()]) -> RetentionOut:
    """Returns who comes back, by the month of registration."""
    return await service.read_retention(db, facts, asked)


@admin.get("/activity", responses=_REFUSED)
async def read_activity(db: Reader, facts: Facts, asked: Annotated[BehaviourAsk, Query()]) -> ActivePeopleOut:
    """Returns how many people do something, by day and within 30 days."""
    return await service.read_activity(db, facts, asked)
