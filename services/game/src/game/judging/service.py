"""Judging: judges commit to their marks, and reveal them when nobody can adjust to the others any more.

The contest's row is locked first, so that no commitment comes after the first reveal.
"""

from collections.abc import Mapping
from uuid import UUID

import structlog
from sqlalchemy import exists, func, select

from amigok_chassis import audit, clock
from amigok_chassis.unit_of_work import UnitOfWork
from game.contests.models import Contest
from game.entries.models import Entry
from game.judges import conflicts
from game.judges import service as judges
from game.judges.models import Judge
from game.judges.service import is_over
from game.judging import commitments
from game.judging.errors import (
    CommitmentMismatch,
    CommitTooLate,
    InvalidMarks,
    NotCommitted,
    NotJudgingYet,
    RevealTooEarly,
    RevealTooLate,
)
from game.judging.models import Sheet
from game.judging.order import positions
from game.judging.schemas import CommitmentIn, RevealIn
from game.scoring.rules import Beauty

log = structlog.get_logger()

Told = Mapping[str, Mapping[str, int]]
"""Marks as they come and are kept: by position, then by criterion."""


async def take(db: UnitOfWork, contest_id: UUID, said: CommitmentIn | RevealIn, *, by: UUID) -> Sheet:
    """Takes what a judge says in either step. Raises what `commit` and `reveal` do."""
    if isinstance(said, CommitmentIn):
        return await commit(db, contest_id, said.digest, by=by)
    return await reveal(db, contest_id, said.nonce, said.marks, by=by)


async def commit(db: UnitOfWork, contest_id: UUID, digest: str, *, by: UUID) -> Sheet:
    """Keeps what a judge commits to, in place of what they committed to before.

    Raises ContestNotFound, NotJudged, JudgeNotFound, ConflictOfInterest, AccountInactive, NotJudgingYet, CommitTooLate.
    """
    contest, judge = await _judging(db, contest_id, by)
    if is_over(contest.judging_ends_at) or await judges.is_revealing(db, contest_id):
        raise CommitTooLate
    sheet = await db.get(Sheet, judge.id) or Sheet(judge_id=judge.id, contest_id=contest_id)
    sheet.digest, sheet.committed_at = digest, clock.now()
    await _note_conflicts(db, judge, sheet)
    db.add(sheet)
    audit.record(db, "marks.committed", subject_id=judge.id, after={"contest_id": contest_id, "digest": digest})
    return sheet


async def reveal(db: UnitOfWork, contest_id: UUID, nonce: str, marks: Told, *, by: UUID) -> Sheet:
    """Takes the marks that a judge has committed to. Repeating the call has no further effect.

    Raises ContestNotFound, NotJudged, JudgeNotFound, ConflictOfInterest, AccountInactive, NotJudgingYet,
    RevealTooEarly, RevealTooLate, NotCommitted, CommitmentMismatch, InvalidMarks.
    """
    contest, judge = await _judging(db, contest_id, by)
    await _require_time_to_reveal(db, contest)
    sheet = await db.get(Sheet, judge.id)
    if sheet is None:
        raise NotCommitted
    if commitments.digest(contest_id, nonce, {int(each): marks[each] for each in marks}) != sheet.digest:
        log.warning("marks.mismatched", contest_id=contest_id, judge_id=judge.id)
        raise CommitmentMismatch
    if sheet.revealed_at is None:
        await _keep(db, contest, judge, sheet, nonce, marks)
        audit.record(db, "marks.revealed", subject_id=judge.id, after={"contest_id": contest_id})
    else:
        audit.unchanged()
    return sheet


async def _keep(db: UnitOfWork, contest: Contest, judge: Judge, sheet: Sheet, nonce: str, marks: Told) -> None:
    order = await _note_conflicts(db, judge, sheet)
    _refuse_unfit(contest, order, marks, conflicts=sheet.set_aside)
    sheet.nonce, sheet.marks, sheet.revealed_at = nonce, {each: dict(marks[each]) for each in marks}, clock.now()


async def _note_conflicts(db: UnitOfWork, judge: Judge, sheet: Sheet) -> Mapping[int, int]:
    """Adds the conflicts of interest of now to those that a sheet knows. Returns the judge's order."""
    order = positions(judge.seed, await numbers(db, judge.contest_id))
    known = await conflicts_of(db, judge, order)
    sheet.set_aside = (sheet.set_aside or {}) | {str(position): known[position] for position in known}
    return order


def _refuse_unfit(contest: Contest, order: Mapping[int, int], marks: Told, *, conflicts: Mapping[str, str]) -> None:
    """Raises InvalidMarks for a position that there is not, and where one without a conflict lacks a mark.

    With too few marks an entry has no score: a judge who could leave entries out could keep them from winning.
    """
    criteria = {criterion.name for criterion in beauty(contest).criteria}
    for position in map(str, order):
        if position not in marks and position not in conflicts:
            raise InvalidMarks(f"The entry at position {position} has no mark.")
    for position in marks:
        if int(position) not in order:
            raise InvalidMarks(f"There is no entry at position {position}.")
        if set(marks[position]) != criteria:
            raise InvalidMarks(f"At position {position} there is not just one mark for each criterion.")


async def numbers(db: UnitOfWork, contest_id: UUID) -> list[int]:
    """Returns the blind numbers of all entries that were frozen, whatever became of them."""
    query = select(Entry.blind_number).where(Entry.contest_id == contest_id, Entry.blind_number.is_not(None))
    return [number for number in await db.scalars(query.order_by(Entry.blind_number)) if number is not None]


async def conflicts_of(db: UnitOfWork, judge: Judge, order: Mapping[int, int]) -> dict[int, str]:
    """Returns the positions that a judge does not judge, each with its reason."""
    found = await conflicts.of_judge(db, judge)
    query = select(Entry.blind_number, Entry.id).where(Entry.contest_id == judge.contest_id, Entry.id.in_(found))
    reasons = {number: found[entry_id] for number, entry_id in (await db.execute(query))}
    return {position: reasons[number] for position, number in order.items() if number in reasons}


async def _judging(db: UnitOfWork, contest_id: UUID, user_id: UUID) -> tuple[Contest, Judge]:
    """Returns a contest that is judged now and one of its judges, locked."""
    contest = await judges.judged(db, contest_id, lock=True)
    judge = await judges.require(db, contest_id, user_id, lock=True)
    if contest.state != "judging":
        raise NotJudgingYet
    return contest, judge


async def _require_time_to_reveal(db: UnitOfWork, contest: Contest) -> None:
    """Raises RevealTooEarly, RevealTooLate."""
    if is_over(contest.reveal_ends_at):
        raise RevealTooLate
    if not is_over(contest.judging_ends_at) and not await _have_all_committed(db, contest):
        raise RevealTooEarly


async def _have_all_committed(db: UnitOfWork, contest: Contest) -> bool:
    """Whether nobody is waited for who may still commit, and there are as many judges as the rules ask for."""
    invited = select(func.count()).where(Judge.contest_id == contest.id, Judge.state == "invited")
    committed = select(func.count()).select_from(Sheet).join(Judge, Judge.id == Sheet.judge_id)
    committed = committed.where(Judge.contest_id == contest.id, Judge.state == "accepted")
    if await db.scalar(invited) or await waits_for(db, contest.id, "committed_at"):
        return False
    return (await db.scalar(committed) or 0) >= beauty(contest).least_judges


async def waits_for(db: UnitOfWork, contest_id: UUID, step: str) -> int:
    """Counts the judges who have not committed, or revealed, yet: `committed_at` or `revealed_at`.

    Nobody waits for a judge who has entered an animal since: they judge no more.
    """
    query = select(func.count()).select_from(Judge).outerjoin(Sheet, Sheet.judge_id == Judge.id)
    waiting = Judge.contest_id == contest_id, Judge.state == "accepted", getattr(Sheet, step).is_(None)
    entered = exists().where(Entry.contest_id == contest_id, Entry.owner_id == Judge.user_id)
    return await db.scalar(query.where(*waiting, ~entered)) or 0


async def is_revealed(db: UnitOfWork, contest: Contest) -> bool:
    """Whether no marks come any more: all judges have revealed theirs, and those who did not commit can no longer."""
    if is_over(contest.reveal_ends_at):
        return True
    hidden = await waits_for(db, contest.id, "revealed_at")
    if is_over(contest.judging_ends_at):
        return hidden == await waits_for(db, contest.id, "committed_at")
    return hidden == 0 and await judges.is_revealing(db, contest.id)


def beauty(contest: Contest) -> Beauty:
    """The rules of a contest with judges."""
    rules = contest.terms.scoring
    assert isinstance(rules, Beauty)
    return rules
