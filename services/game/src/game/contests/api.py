"""Contests over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from amigok_chassis.auth import Administrator
from amigok_chassis.db import Reader, Session
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from game.contests import queries, service
from game.contests.errors import ContestEntered, ContestNotFound, TimesPassed, UnknownInRules
from game.contests.models import Type
from game.contests.schemas import ContestChange, ContestIn, ContestOut, RulesOut, State

router = APIRouter(prefix="/api/v1")

InState = Annotated[State | None, Query(description="Only those in this state")]
OfType = Annotated[Type | None, Query(alias="type", description="Only those of this type")]


@router.get("/contests")
async def list_contests(db: Reader, page: PageRequest, state: InState = None, kind: OfType = None) -> Page[ContestOut]:
    """Lists the contests, newest first."""
    return await queries.page(db, page, state=state, kind=kind)


@router.get("/contests/{contest_id}", responses=problems(ContestNotFound))
async def read_contest(contest_id: UUID, db: Reader) -> ContestOut:
    """Returns a contest."""
    return ContestOut.of(await queries.listed(db, contest_id))


@router.get("/contests/{contest_id}/rules", responses=problems(ContestNotFound))
async def read_contest_rules(contest_id: UUID, db: Reader) -> RulesOut:
    """Returns the rules of a contest, and the hash of what was frozen when it started."""
    return RulesOut.of(await queries.listed(db, contest_id))


@router.get("/admin/contests")
async def list_all_contests(
    admin: Administrator, db: Reader, page: PageRequest, state: InState = None, kind: OfType = None
) -> Page[ContestOut]:
    """Lists the contests with drafts, newest first."""
    return await queries.page(db, page, state=state, kind=kind, drafts=True)


@router.get("/admin/contests/{contest_id}", responses=problems(ContestNotFound))
async def read_any_contest(contest_id: UUID, admin: Administrator, db: Reader) -> ContestOut:
    """Returns a contest, also a draft."""
    return ContestOut.of(await queries.one(db, contest_id))


@router.get("/admin/contests/{contest_id}/rules", responses=problems(ContestNotFound))
async def read_any_contest_rules(contest_id: UUID, admin: Administrator, db: Reader) -> RulesOut:
    """Returns the rules of a contest, also of a draft."""
    return RulesOut.of(await queries.one(db, contest_id))


@router.post("/admin/contests", status_code=201, responses=problems(TimesPassed, UnknownInRules))
async def add_contest(body: ContestIn, admin: Administrator, db: Session) -> ContestOut:
    """Adds a contest as a draft. It opens at `registration_opens_at`, or by hand."""
    return ContestOut.of(await service.create(db, body, by=admin.id))


@router.put(
    "/admin/contests/{contest_id}",
    responses=problems(ContestNotFound, VersionConflict, ContestEntered, TimesPassed, UnknownInRules),
)
async def change_contest(contest_id: UUID, body: ContestChange, admin: Administrator, db: Session) -> ContestOut:
    """Changes the terms of a contest that nobody has entered yet."""
    return ContestOut.of(await service.change(db, contest_id, body))
