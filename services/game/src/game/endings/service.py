"""How a contest ends: its result is announced, may be appealed, becomes final, and prizes are given.

The clock does all of it; administrators may be ahead of it.
"""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import audit, clock
from amigok_chassis.due import announce as wake
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.game_results import ContestCompleted
from game.appeals import service as appeals
from game.contests import service as contests
from game.contests.models import Contest
from game.endings.models import Ending
from game.judges.conflicts import require_no_party
from game.judging import service as judging
from game.prizes import proposals
from game.prizes import service as prizes
from game.prizes.errors import NotFinal
from game.prizes.schemas import DistributionOut
from game.results import service as results
from game.results.errors import NoScores
from game.results.models import Result
from game.settings import Settings
from game.stages import service as stages
from game.suspicions import service as suspicions

AGAIN = timedelta(minutes=10)
"""After so long it is looked again whether all is decided."""


async def look_now(db: UnitOfWork, contest_id: UUID) -> None:
    """Has a contest that has ended looked at: its next step may be due, and its cached board is thrown away."""
    row = insert(Ending).values(contest_id=contest_id, attempts=0, due_at=clock.now())
    now = {"due_at": clock.now(), "attempts": 0}
    await db.execute(row.on_conflict_do_update(index_elements=["contest_id"], set_=now))
    wake(db, Ending)


async def follow(db: UnitOfWork, contest_id: UUID) -> datetime | None:
    """Takes the next step of an end, if its time has come. Returns when to look again; None: there is nothing left."""
    contest = await contests.locked(db, contest_id)
    if contest.state != "judging":
        return None
    if contest.announced_at is None:
        return await _announce_in_time(db, contest)
    return await _complete_in_time(db, contest)


async def _announce_in_time(db: UnitOfWork, contest: Contest) -> datetime | None:
    at = await _announced_from(db, contest)
    if at > clock.now():
        return at
    try:
        await announce(db, contest.id)
    except NoScores:
        await stages.cancel(db, contest, "no_result")
        return None
    return contest.appeals_until


async def _announced_from(db: UnitOfWork, contest: Contest) -> datetime:
    """When the result may be announced: when all marks are known, or what is told late has come."""
    if contest.type != "beauty":
        return contest.counts_until + db.settings(Settings).announce_after
    assert contest.reveal_ends_at is not None
    return clock.now() if await judging.is_revealed(db, contest) else min(contest.reveal_ends_at, clock.now() + AGAIN)


async def announce(db: UnitOfWork, contest_id: UUID) -> Result:
    """Announces a result, and checks whether all have played fair. Raises what `results.announce` does."""
    result = await results.announce(db, contest_id)
    await suspicions.check(db, await contests.locked(db, contest_id))
    return result


async def _complete_in_time(db: UnitOfWork, contest: Contest) -> datetime | None:
    assert contest.appeals_until is not None
    if contest.appeals_until > clock.now():
        return contest.appeals_until
    return None if await complete(db, contest) else clock.now() + AGAIN


async def complete(db: UnitOfWork, contest: Contest) -> bool:
    """Makes the result final, if nothing stands against it: then prizes follow. Returns whether it did.

    The contest must be locked, and its result announced.
    """
    assert contest.appeals_until is not None
    if contest.appeals_until > clock.now() or await _is_undecided(db, contest):
        return False
    await suspicions.check(db, contest)
    if await _is_undecided(db, contest):
        return False
    result = await results.latest(db, contest.id)
    contest.become("complete")
    contest.completed_at = clock.now()
    await db.flush()
    await prizes.plan(db, contest, result)
    emit(db, ContestCompleted(contest_id=contest.id, result_number=result.number, head=result.head))
    return True


async def _is_undecided(db: UnitOfWork, contest: Contest) -> bool:
    return bool(await appeals.count_open(db, contest.id) or await suspicions.open_in(db, contest.id))


async def announce_by_hand(db: UnitOfWork, contest_id: UUID, *, by: UUID) -> Result:
    """Announces a result ahead of the clock.

    Raises ContestNotFound, OwnBehalf, NotEnded, MarksMissing, NoScores.
    """
    await require_no_party(db, contest_id, by)
    known = (await contests.locked(db, contest_id)).announced_at is not None
    result = await announce(db, contest_id)
    await look_now(db, contest_id)
    if known:
        audit.unchanged()
    else:
        audit.record(db, "result.announced", subject_id=contest_id, after={"head": result.head})
    return result


async def distribute(db: UnitOfWork, contest_id: UUID, *, by: UUID) -> DistributionOut:
    """Gives the prizes of a final result now, or proposes to where two administrators have to agree.

    Raises ContestNotFound, OwnBehalf, NotFinal, NotEntitled.
    """
    await require_no_party(db, contest_id, by)
    contest = await contests.locked(db, contest_id)
    if contest.state == "judging" and contest.announced_at is not None:
        await complete(db, contest)
    if contest.state != "completed":
        raise NotFinal
    proposal = await proposals.propose(db, contest_id, by=by)
    due = await prizes.hurry(db, contest_id)
    audit.record(db, "prizes.distributed", subject_id=contest_id, after={"due": due})
    return DistributionOut(due=due, proposal=proposal)
