"""Judges over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Depends

from amigok_chassis.auth import Administrator, CurrentUser, requires
from amigok_chassis.db import Reader, Session
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.proposals.errors import OwnBehalf
from amigok_chassis.standing import AccountInactive
from game.contests.errors import ContestNotFound
from game.judges import queries, service
from game.judges.errors import ConflictOfInterest, JudgeNotFound, MarksAreIn, NotJudged, OwnInvitation, TooManyJudges
from game.judges.schemas import InvitationIn, InvitationOut, JudgeDetails, JudgeOut

admin = APIRouter(prefix="/api/v1/admin/contests/{contest_id}/judges")
router = APIRouter(prefix="/api/v1/judging")


@admin.get("", dependencies=[Depends(requires("admin"))])
async def list_judges(contest_id: UUID, db: Reader) -> list[JudgeDetails]:
    """Lists the judges of a contest, with the entries that each does not judge and why."""
    return await queries.details(db, contest_id)


@admin.post(
    "",
    status_code=201,
    responses=problems(
        ContestNotFound,
        NotJudged,
        MarksAreIn,
        OwnBehalf,
        OwnInvitation,
        ConflictOfInterest,
        TooManyJudges,
        AccountInactive,
    ),
)
async def invite_judge(contest_id: UUID, body: InvitationIn, me: Administrator, db: Session) -> JudgeOut:
    """Asks somebody to judge a contest. They judge once they accept; nobody invites themselves."""
    return JudgeOut.model_validate(await service.invite(db, contest_id, body.user_id, by=me.id))


@admin.post(
    "/{judge_id}/remove",
    responses=problems(ContestNotFound, NotJudged, MarksAreIn, OwnBehalf, JudgeNotFound, WrongState),
)
async def remove_judge(contest_id: UUID, judge_id: UUID, me: Administrator, db: Session) -> JudgeOut:
    """Has somebody judge no longer. What they have marked does not count."""
    return JudgeOut.model_validate(await service.remove(db, contest_id, judge_id, by=me.id))


@router.get("")
async def list_judgings(me: CurrentUser, page: PageRequest, db: Reader) -> Page[InvitationOut]:
    """Lists the contests that you are asked to judge, or judge, newest first."""
    return await queries.invitations(db, page, me.id)


@router.post(
    "/{contest_id}/accept",
    responses=problems(
        ContestNotFound, NotJudged, MarksAreIn, JudgeNotFound, ConflictOfInterest, AccountInactive, WrongState
    ),
)
async def accept_judging(contest_id: UUID, me: CurrentUser, db: Session) -> InvitationOut:
    """Accepts to judge a contest."""
    return await queries.invitation(db, await service.answer(db, contest_id, me.id, "accept"))


@router.post(
    "/{contest_id}/decline",
    responses=problems(
        ContestNotFound, NotJudged, MarksAreIn, JudgeNotFound, ConflictOfInterest, AccountInactive, WrongState
    ),
)
async def decline_judging(contest_id: UUID, me: CurrentUser, db: Session) -> InvitationOut:
    """Declines to judge a contest, or stops judging it: your marks do not count then."""
    return await queries.invitation(db, await service.answer(db, contest_id, me.id, "decline"))
