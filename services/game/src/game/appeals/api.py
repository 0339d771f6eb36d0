"""Appeals over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import Administrator, CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.proposals.errors import NotEntitled, OwnBehalf
from amigok_chassis.standing import AccountInactive
from game.appeals import service
from game.appeals.errors import AppealedBefore, AppealNotFound, TooLateToAppeal
from game.appeals.schemas import AppealDecisionIn, AppealIn, AppealOut
from game.contests.errors import ContestNotFound
from game.entries.errors import EntryNotFound
from game.results.errors import NoResult, NotInContest

router = APIRouter(prefix="/api/v1")
admin = APIRouter(prefix="/api/v1/admin")


@router.post(
    "/contests/{contest_id}/appeals",
    status_code=201,
    responses=problems(AccountInactive, EntryNotFound, ContestNotFound, TooLateToAppeal, NoResult, AppealedBefore),
)
async def file_appeal(contest_id: UUID, body: AppealIn, me: CurrentUser, db: Session) -> AppealOut:
    """Says what is wrong with the result for an entry of yours, while the time for appeals lasts."""
    return await service.file(db, contest_id, body, by=me.id)


@router.get("/my-contests/appeals")
async def list_my_appeals(me: CurrentUser, page: PageRequest, db: Reader) -> Page[AppealOut]:
    """Lists your appeals, newest first."""
    return await service.own(db, page, me.id)


@router.post(
    "/my-contests/appeals/{appeal_id}/withdraw", responses=problems(AppealNotFound, ContestNotFound, WrongState)
)
async def withdraw_appeal(appeal_id: UUID, me: CurrentUser, db: Session) -> AppealOut:
    """Takes an appeal of yours back."""
    return await service.withdraw(db, appeal_id, by=me.id)


@admin.get("/contests/{contest_id}/appeals", dependencies=[Depends(requires("admin"))])
async def list_appeals(contest_id: UUID, page: PageRequest, db: Reader) -> Page[AppealOut]:
    """Lists the appeals in a contest, newest first."""
    return await service.of_contest(db, page, contest_id)


@admin.post(
    "/appeals/{appeal_id}/decision",
    responses=problems(AppealNotFound, ContestNotFound, OwnBehalf, NotEntitled, WrongState, NotInContest, NoResult),
)
async def decide_appeal(appeal_id: UUID, body: AppealDecisionIn, me: Administrator, db: Session) -> AppealOut:
    """Rejects an appeal, or upholds it: then a corrected result takes the place of the one before."""
    return await service.decide(db, appeal_id, body, by=me.id)
