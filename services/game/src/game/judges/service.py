"""Judges: administrators ask people to judge a contest, and those accept or decline.

Nobody judges a contest that they have entered. Of other conflicts of interest a judge is told the reason, and their
marks for those entries do not count.
"""

import secrets
from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, func, select, text

from amigok_chassis import audit, clock, standing
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_results import JudgeInvited
from game.contests.errors import ContestNotFound
from game.contests.models import Contest
from game.judges import conflicts
from game.judges.errors import ConflictOfInterest, JudgeNotFound, MarksAreIn, NotJudged, OwnInvitation, TooManyJudges
from game.judges.machine import ASKED, JUDGES
from game.judges.models import Judge

MOST = 50
"""The most judges of a contest."""

_REVEALED = text("SELECT EXISTS (SELECT FROM judging_sheets WHERE contest_id = :contest AND revealed_at IS NOT NULL)")
_OPEN = ("draft", "registration_open", "active", "judging")


async def invite(db: UnitOfWork, contest_id: UUID, user_id: UUID, *, by: UUID) -> Judge:
    """Asks somebody to judge. Who has declined may be asked again; who is asked already is not asked twice.

    Raises ContestNotFound, NotJudged, MarksAreIn, OwnBehalf, OwnInvitation, ConflictOfInterest, TooManyJudges,
    AccountInactive.
    """
    contest = await _changeable(db, contest_id)
    await conflicts.require_no_party(db, contest_id, by)
    if user_id == by or await _has_chosen(db, contest_id, user_id):
        raise OwnInvitation
    await standing.require_active(db, user_id)
    await _refuse_entrant(db, contest_id, user_id)
    judge = await _of_user(db, contest_id, user_id)
    if judge is not None and judge.state in ASKED:
        audit.unchanged()
        return judge
    judge = judge or await _new(db, contest_id, user_id)
    judge.state, judge.invited_by, judge.invited_at = JUDGES.follow("invite", judge.state), by, clock.now()
    db.add(judge)
    await db.flush()
    _tell_invited(db, contest, judge)
    return judge


async def _new(db: UnitOfWork, contest_id: UUID, user_id: UUID) -> Judge:
    """Returns a judge with the next number. Raises TooManyJudges."""
    last = await db.scalar(select(func.max(Judge.number)).where(Judge.contest_id == contest_id)) or 0
    if last >= MOST:
        raise TooManyJudges
    return Judge(contest_id=contest_id, user_id=user_id, number=last + 1, seed=secrets.token_hex(32))


def _tell_invited(db: UnitOfWork, contest: Contest, judge: Judge) -> None:
    after = {"contest_id": contest.id, "user_id": judge.user_id}
    audit.record(db, "judge.invited", subject_id=judge.id, after=after)
    assert contest.judging_ends_at is not None
    told = JudgeInvited(
        judge_id=judge.id, contest_id=contest.id, user_id=judge.user_id, commit_until=contest.judging_ends_at
    )
    emit(db, told)


async def answer(db: UnitOfWork, contest_id: UUID, user_id: UUID, action: str) -> Judge:
    """Accepts or declines.

    Raises ContestNotFound, NotJudged, MarksAreIn, JudgeNotFound, ConflictOfInterest, AccountInactive, WrongState.
    """
    await _changeable(db, contest_id)
    judge = await _locked(db, contest_id, user_id)
    if action == "accept":
        await standing.require_active(db, user_id)
        await _refuse_entrant(db, contest_id, user_id)
    judge.state, judge.answered_at = JUDGES.follow(action, judge.state), clock.now()
    return judge


async def remove(db: UnitOfWork, contest_id: UUID, judge_id: UUID, *, by: UUID) -> Judge:
    """Has somebody judge no longer: their marks do not count.

    Raises ContestNotFound, NotJudged, MarksAreIn, OwnBehalf, JudgeNotFound, WrongState.
    """
    await _changeable(db, contest_id)
    await conflicts.require_no_party(db, contest_id, by)
    judge = await db.get(Judge, judge_id, with_for_update=True, populate_existing=True)
    if judge is None or judge.contest_id != contest_id:
        raise JudgeNotFound
    before = audit.picture(judge, "state")
    judge.state = JUDGES.follow("remove", judge.state)
    audit.record(db, "judge.removed", subject_id=judge.id, before=before, after=audit.picture(judge, "state"))
    return judge


async def _has_chosen(db: UnitOfWork, contest_id: UUID, user_id: UUID) -> bool:
    """Whether somebody has chosen judges of a contest."""
    chosen = Judge.contest_id == contest_id, Judge.invited_by == user_id, Judge.state.in_(ASKED)
    return bool(await db.scalar(select(exists().where(*chosen))))


async def _changeable(db: UnitOfWork, contest_id: UUID) -> Contest:
    """Returns a contest whose judges may still change, locked. Nobody picks judges by what they have marked.

    Where all have committed early, marks are revealed before the time to commit is over. Raises ContestNotFound,
    NotJudged, MarksAreIn.
    """
    contest = await judged(db, contest_id, lock=True)
    if is_over(contest.judging_ends_at) or await is_revealing(db, contest_id):
        raise MarksAreIn
    return contest


async def is_revealing(db: UnitOfWork, contest_id: UUID) -> bool:
    """Whether a judge has revealed their marks."""
    return bool(await db.scalar(_REVEALED, {"contest": contest_id}))


async def judged(db: UnitOfWork, contest_id: UUID, *, lock: bool = False) -> Contest:
    """Returns a contest that has judges and is not over. Raises ContestNotFound, NotJudged."""
    contest = await db.get(Contest, contest_id, with_for_update=lock, populate_existing=True)
    if contest is None:
        raise ContestNotFound
    if contest.type != "beauty" or contest.state not in _OPEN or contest.announced_at is not None:
        raise NotJudged
    return contest


async def require(db: UnitOfWork, contest_id: UUID, user_id: UUID, *, lock: bool = False) -> Judge:
    """Returns somebody who has accepted to judge, and still may.

    Raises JudgeNotFound for everybody else, ConflictOfInterest, AccountInactive.
    """
    judge = await (_locked if lock else _of_user)(db, contest_id, user_id)
    if judge is None or judge.state != "accepted":
        raise JudgeNotFound
    await standing.require_active(db, user_id)
    await _refuse_entrant(db, contest_id, user_id)
    return judge


async def _refuse_entrant(db: UnitOfWork, contest_id: UUID, user_id: UUID) -> None:
    if await conflicts.has_entered(db, contest_id, user_id):
        raise ConflictOfInterest


async def _of_user(db: UnitOfWork, contest_id: UUID, user_id: UUID) -> Judge | None:
    query = select(Judge).where(Judge.contest_id == contest_id, Judge.user_id == user_id)
    judge: Judge | None = await db.scalar(query)
    return judge


async def _locked(db: UnitOfWork, contest_id: UUID, user_id: UUID) -> Judge:
    """Returns a judge's row, locked. Raises JudgeNotFound."""
    query = select(Judge).where(Judge.contest_id == contest_id, Judge.user_id == user_id).with_for_update()
    judge = await db.scalar(query.execution_options(populate_existing=True))
    if judge is None:
        raise JudgeNotFound
    return judge


def is_over(until: datetime | None) -> bool:
    """Whether a time of the contest has come."""
    return until is not None and until <= clock.now()
