"""Appeals: entrants say what is wrong with a result, and administrators who are no party decide."""

from uuid import UUID

from sqlalchemy import Select, func, select, update

from amigok_chassis import audit, clock, standing
from amigok_chassis.outbox import emit
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.rows import named_violations
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_results import AppealDecided, AppealFiled
from game.appeals.errors import AppealedBefore, AppealNotFound, TooLateToAppeal
from game.appeals.machine import APPEALS
from game.appeals.models import Appeal
from game.appeals.schemas import AppealDecisionIn, AppealIn, AppealOut
from game.contests import service as contests
from game.contests.models import Contest
from game.entries.errors import EntryNotFound
from game.entries.models import Entry
from game.results import corrections
from game.results import service as results

_AGAIN = {"appeals_entry_id_result_number_key": AppealedBefore}


async def file(db: UnitOfWork, contest_id: UUID, said: AppealIn, *, by: UUID) -> AppealOut:
    """Files an appeal against the result that counts.

    Raises AccountInactive, EntryNotFound, ContestNotFound, TooLateToAppeal, AppealedBefore.
    """
    await standing.require_active(db, by)
    entry = await db.get(Entry, said.entry_id)
    if entry is None or (entry.contest_id, entry.owner_id) != (contest_id, by) or entry.frozen_at is None:
        raise EntryNotFound
    contest = await contests.locked(db, contest_id)
    if contest.appeals_until is None or contest.appeals_until <= clock.now() or contest.state != "judging":
        raise TooLateToAppeal
    appeal = Appeal(
        contest_id=contest_id,
        entry_id=entry.id,
        entrant_id=by,
        result_number=(await results.latest(db, contest_id)).number,
        state=APPEALS.follow("file", None),
        text=said.text,
        filed_at=clock.now(),
    )
    db.add(appeal)
    with named_violations(_AGAIN):
        await db.flush()
    emit(db, AppealFiled(appeal_id=appeal.id, contest_id=contest_id, entry_id=entry.id, entrant_id=by))
    return AppealOut.model_validate(appeal)


async def decide(db: UnitOfWork, appeal_id: UUID, said: AppealDecisionIn, *, by: UUID) -> AppealOut:
    """Rejects an appeal, or upholds it and corrects the result.

    Raises AppealNotFound, OwnBehalf, NotEntitled, WrongState, NotInContest.
    """
    contest, appeal = await _locked(db, appeal_id)
    await corrections.require_entitled_to_decide(db, contest.id, by)
    appeal.become("uphold" if said.decision == "upheld" else "reject")
    appeal.decided_by, appeal.decided_at, appeal.reason = by, clock.now(), said.reason
    after = {"contest_id": contest.id, "decision": said.decision}
    audit.record(db, "appeal.decided", subject_id=appeal.id, after=after)
    if said.decision == "upheld":
        await corrections.apply(
            db, contest, entry_ids=said.entry_ids, judge_ids=said.judge_ids, cause="appeal", cause_id=appeal.id
        )
    _tell_decided(db, appeal, said.decision)
    return AppealOut.model_validate(appeal)


async def withdraw(db: UnitOfWork, appeal_id: UUID, *, by: UUID) -> AppealOut:
    """Takes one's own appeal back. Raises AppealNotFound, WrongState."""
    _, appeal = await _locked(db, appeal_id)
    if appeal.entrant_id != by:
        raise AppealNotFound
    appeal.become("withdraw")
    appeal.decided_at = clock.now()
    return AppealOut.model_validate(appeal)


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Erases what somebody who is deleted has written, and what was written to them."""
    theirs = update(Appeal).where(Appeal.entrant_id == user_id)
    await db.execute(theirs.values(text=""))
    await db.execute(theirs.where(Appeal.reason.is_not(None)).values(reason=""))


async def count_open(db: UnitOfWork, contest_id: UUID) -> int:
    """How many appeals in a contest wait for a decision."""
    return await db.scalar(select(func.count()).where(Appeal.contest_id == contest_id, Appeal.state == "open")) or 0


async def own(db: UnitOfWork, paging: Paging, user_id: UUID) -> Page[AppealOut]:
    """Returns somebody's appeals, newest first."""
    return await _page(db, paging, select(Appeal).where(Appeal.entrant_id == user_id))


async def of_contest(db: UnitOfWork, paging: Paging, contest_id: UUID) -> Page[AppealOut]:
    """Returns the appeals in a contest, newest first."""
    return await _page(db, paging, select(Appeal).where(Appeal.contest_id == contest_id))


async def _page(db: UnitOfWork, paging: Paging, query: Select[Appeal]) -> Page[AppealOut]:
    rows, cursor = await paginate(db, query, paging, key=[Appeal.id])
    return Page(items=[AppealOut.model_validate(row) for row in rows], next_cursor=cursor)


async def _locked(db: UnitOfWork, appeal_id: UUID) -> tuple[Contest, Appeal]:
    """Returns an appeal and its contest, which is locked first. Raises AppealNotFound."""
    contest_id = await db.scalar(select(Appeal.contest_id).where(Appeal.id == appeal_id))
    if contest_id is None:
        raise AppealNotFound
    contest = await contests.locked(db, contest_id)
    return contest, await db.get_one(Appeal, appeal_id, with_for_update=True, populate_existing=True)


def _tell_decided(db: UnitOfWork, appeal: Appeal, decision: str) -> None:
    told = AppealDecided(
        appeal_id=appeal.id,
        contest_id=appeal.contest_id,
        entry_id=appeal.entry_id,
        entrant_id=appeal.entrant_id,
        decision=decision,
    )
    emit(db, told)
