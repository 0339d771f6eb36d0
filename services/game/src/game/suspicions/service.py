"""Suspicions: raised by the checks of a contest, decided by administrators who are no party."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import audit, clock
from amigok_chassis.ids import new_id
from amigok_chassis.pagination import Page, Paging, paginate
from amigok_chassis.unit_of_work import UnitOfWork
from game.contests import service as contests
from game.contests.models import Contest
from game.results import corrections
from game.suspicions import checks
from game.suspicions.checks import Suspected
from game.suspicions.errors import NotSuspected, SuspicionNotFound
from game.suspicions.machine import SUSPICIONS
from game.suspicions.models import Suspicion
from game.suspicions.schemas import SuspicionDecisionIn, SuspicionOut

_AT_ONCE = 1_000
"""So many suspicions are stored in one statement."""

DECIDED_WITHIN = timedelta(days=3)
"""After so long a suspicion that nobody has decided counts as stuck."""


async def check(db: UnitOfWork, contest: Contest) -> None:
    """Raises what the checks find, each once; what was decided stays decided."""
    await raise_all(db, contest, await checks.all_of(db, contest))


async def raise_all(db: UnitOfWork, contest: Contest, found: Sequence[Suspected]) -> None:
    """Keeps what the checks have found, however much that is. Repeating the call has no further effect."""
    rows = [_row(contest, each) for each in found]
    for first in range(0, len(rows), _AT_ONCE):
        some = insert(Suspicion).values(rows[first : first + _AT_ONCE])
        await db.execute(some.on_conflict_do_nothing(index_elements=["contest_id", "kind", "key"]))


def _row(contest: Contest, found: Suspected) -> dict[str, object]:
    return {
        "id": new_id(),
        "contest_id": contest.id,
        "kind": found.kind,
        "key": found.key,
        "entry_ids": list(found.entry_ids),
        "judge_ids": list(found.judge_ids),
        "evidence": found.evidence,
        "state": SUSPICIONS.follow("raise", None),
        "raised_at": clock.now(),
    }


async def decide(db: UnitOfWork, suspicion_id: UUID, said: SuspicionDecisionIn, *, by: UUID) -> SuspicionOut:
    """Clears a suspicion, or upholds it, with what follows for those whom it names.

    Raises SuspicionNotFound, OwnBehalf, NotEntitled, WrongState, NotSuspected, NotInContest.
    """
    contest, suspicion = await _locked(db, suspicion_id)
    await corrections.require_entitled_to_decide(db, contest.id, by)
    action = "clear" if said.decision == "cleared" else "uphold"
    suspicion.state = SUSPICIONS.follow(action, suspicion.state)
    suspicion.decided_by, suspicion.decided_at, suspicion.note = by, clock.now(), said.note
    _refuse_others(suspicion, said)
    after = {"contest_id": contest.id, "kind": suspicion.kind, "decision": said.decision}
    audit.record(db, "suspicion.decided", subject_id=suspicion.id, after=after)
    if said.decision == "upheld":
        await corrections.apply(
            db, contest, entry_ids=said.entry_ids, judge_ids=said.judge_ids, cause="suspicion", cause_id=suspicion.id
        )
    return SuspicionOut.model_validate(suspicion)


def _refuse_others(suspicion: Suspicion, said: SuspicionDecisionIn) -> None:
    """Raises NotSuspected."""
    others = set(said.entry_ids) - set(suspicion.entry_ids) | set(said.judge_ids) - set(suspicion.judge_ids)
    if others or (said.decision == "cleared" and [*said.entry_ids, *said.judge_ids]):
        raise NotSuspected


async def of_contest(db: UnitOfWork, paging: Paging, contest_id: UUID, state: str | None) -> Page[SuspicionOut]:
    """Returns the suspicions in a contest, newest first; only those in a state, if one is named."""
    query = select(Suspicion).where(Suspicion.contest_id == contest_id)
    query = query if state is None else query.where(Suspicion.state == state)
    rows, cursor = await paginate(db, query, paging, key=[Suspicion.id])
    return Page(items=[SuspicionOut.model_validate(row) for row in rows], next_cursor=cursor)


async def open_in(db: UnitOfWork, contest_id: UUID) -> Sequence[Suspicion]:
    """Returns the suspicions in a contest that nobody has decided yet."""
    query = select(Suspicion).where(Suspicion.contest_id == contest_id, Suspicion.state == "open")
    return (await db.scalars(query)).all()


async def stuck(db: UnitOfWork) -> int:
    """Counts suspicions that should have been decided by now."""
    late = clock.now() - DECIDED_WITHIN
    return await db.scalar(select(func.count()).where(Suspicion.state == "open", Suspicion.raised_at < late)) or 0


async def _locked(db: UnitOfWork, suspicion_id: UUID) -> tuple[Contest, Suspicion]:
    """Returns a suspicion and its contest, which is locked first. Raises SuspicionNotFound."""
    contest_id = await db.scalar(select(Suspicion.contest_id).where(Suspicion.id == suspicion_id))
    if contest_id is None:
        raise SuspicionNotFound
    contest = await contests.locked(db, contest_id)
    return contest, await db.get_one(Suspicion, suspicion_id, with_for_update=True, populate_existing=True)
