"""What an appeal or a suspicion leads to when it is upheld: entries and marks that do not count, and a new result."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from amigok_chassis import audit, clock
from amigok_chassis.proposals.service import require_entitled
from amigok_chassis.unit_of_work import UnitOfWork
from game.contests.models import Contest
from game.entries.machine import FROZEN
from game.entries.models import Entry
from game.judges import conflicts
from game.judges.models import Judge
from game.results import service
from game.results.errors import NotInContest
from game.results.models import Result


async def require_entitled_to_decide(db: UnitOfWork, contest_id: UUID, user_id: UUID) -> None:
    """Entitled is an administrator who is no party of the contest. Raises OwnBehalf, NotEntitled."""
    await conflicts.require_no_party(db, contest_id, user_id)
    await require_entitled(db, user_id, roles=("admin",), beneficiaries=())


async def apply(
    db: UnitOfWork,
    contest: Contest,
    *,
    entry_ids: Collection[UUID],
    judge_ids: Collection[UUID],
    cause: str,
    cause_id: UUID,
) -> Result | None:
    """Disqualifies entries, sets the marks of judges aside, and corrects a result that is announced and not final.

    The contest must be locked. Entrants may appeal against a corrected result as long as against the first. Raises
    NotInContest.
    """
    await _disqualify(db, contest, entry_ids, cause)
    await _set_aside(db, contest.id, judge_ids, cause)
    if contest.announced_at is None or contest.state != "judging":
        return None
    result = await service.correct(db, contest, cause=cause, cause_id=cause_id)
    assert contest.appeals_until is not None
    contest.appeals_until = max(contest.appeals_until, clock.now() + timedelta(days=contest.appeal_days))
    return result


async def _disqualify(db: UnitOfWork, contest: Contest, entry_ids: Collection[UUID], cause: str) -> None:
    """Raises NotInContest."""
    query = select(Entry).where(Entry.contest_id == contest.id, Entry.id.in_(entry_ids), Entry.state.in_(FROZEN))
    entries = (await db.scalars(query.with_for_update())).all()
    if len(entries) < len(set(entry_ids)):
        raise NotInContest
    for entry in entries:
        entry.become("disqualify", now=clock.now(), reason=cause)
        contest.places_taken -= 1
        audit.record(db, "entry.disqualified", subject_id=entry.id, after={"contest_id": contest.id, "cause": cause})


async def _set_aside(db: UnitOfWork, contest_id: UUID, judge_ids: Collection[UUID], cause: str) -> None:
    """Raises NotInContest."""
    query = select(Judge).where(Judge.contest_id == contest_id, Judge.id.in_(judge_ids), Judge.state == "accepted")
    judges = (await db.scalars(query.with_for_update())).all()
    if len(judges) < len(set(judge_ids)):
        raise NotInContest
    for judge in judges:
        judge.set_aside = cause
        audit.record(db, "judge.set_aside", subject_id=judge.id, after={"contest_id": contest_id, "cause": cause})
