"""Suspicions over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from amigok_chassis.auth import Administrator, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.proposals.errors import NotEntitled, OwnBehalf
from game.contests.errors import ContestNotFound
from game.results.errors import NoResult, NotInContest
from game.suspicions import service
from game.suspicions.errors import NotSuspected, SuspicionNotFound
from game.suspicions.schemas import State, SuspicionDecisionIn, SuspicionOut

admin = APIRouter(prefix="/api/v1/admin")


@admin.get("/contests/{contest_id}/suspicions", dependencies=[Depends(requires("admin"))])
async def list_suspicions(
    contest_id: UUID, page: PageRequest, db: Reader, state: Annotated[State | None, Query()] = None
) -> Page[SuspicionOut]:
    """Lists what looks as if somebody in a contest did not play fair, with what was found, newest first."""
    return await service.of_contest(db, page, contest_id, state)


@admin.post(
    "/suspicions/{suspicion_id}/decision",
    responses=problems(
        SuspicionNotFound, ContestNotFound, OwnBehalf, NotEntitled, WrongState, NotSuspected, NotInContest, NoResult
    ),
)
async def decide_suspicion(
    suspicion_id: UUID, body: SuspicionDecisionIn, me: Administrator, db: Session
) -> SuspicionOut:
    """Clears a suspicion, or upholds it: entries are disqualified or marks set aside, and the result is corrected."""
    return await service.decide(db, suspicion_id, body, by=me.id)
