"""Reads of judges."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from game.contests.models import Contest
from game.judges import conflicts
from game.judges.machine import ASKED
from game.judges.models import Judge
from game.judges.schemas import ConflictOut, InvitationOut, JudgeDetails, JudgeOut


async def of_contest(db: UnitOfWork, contest_id: UUID, *states: str) -> Sequence[Judge]:
    """Returns a contest's judges by number; only those in these states, if any are named."""
    query = select(Judge).where(Judge.contest_id == contest_id).order_by(Judge.number)
    return (await db.scalars(query.where(Judge.state.in_(states)) if states else query)).all()


async def details(db: UnitOfWork, contest_id: UUID) -> list[JudgeDetails]:
    """Returns a contest's judges with their conflicts of interest; there are at most 50."""
    return [await _details(db, judge) for judge in await of_contest(db, contest_id)]


async def _details(db: UnitOfWork, judge: Judge) -> JudgeDetails:
    found = await conflicts.of_judge(db, judge)
    told = [ConflictOut.model_validate({"entry_id": entry_id, "reason": found[entry_id]}) for entry_id in sorted(found)]
    return JudgeDetails(conflicts=told, **JudgeOut.model_validate(judge).model_dump())


async def invitations(db: UnitOfWork, paging: Paging, user_id: UUID) -> Page[InvitationOut]:
    """Returns the contests that somebody is asked to judge, or judges, newest first."""
    query = select(Judge).where(Judge.user_id == user_id, Judge.state.in_(ASKED))
    judges, cursor = await paginate(db, query, paging, key=[Judge.id])
    ids = [judge.contest_id for judge in judges]
    contests = {each.id: each for each in await db.scalars(select(Contest).where(Contest.id.in_(ids)))}
    return Page(items=[_shown(judge, contests[judge.contest_id]) for judge in judges], next_cursor=cursor)


async def invitation(db: UnitOfWork, judge: Judge) -> InvitationOut:
    """Returns what a judge sees of a contest."""
    return _shown(judge, await db.get_one(Contest, judge.contest_id))


def _shown(judge: Judge, contest: Contest) -> InvitationOut:
    return InvitationOut.model_validate(
        {
            "id": judge.id,
            "contest_id": contest.id,
            "title": contest.title,
            "state": judge.state,
            "commit_until": contest.judging_ends_at,
            "reveal_until": contest.reveal_ends_at,
        }
    )
