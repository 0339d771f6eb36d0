"""Scores the entries of an animal anew, from all facts that are known."""

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from game.contests.machine import RUNNING
from game.contests.models import Contest
from game.entries.machine import FROZEN
from game.entries.models import Entry
from game.facts.models import Followed
from game.leaderboards import queries
from game.leaderboards.models import ScoreRow
from game.scoring.ranks import place
from game.scoring.scores import score
from game.scoring.values import Score

_BY_TIME = frozenset({"consistency", "custom"})
"""In these types of contests scores also change as time goes by."""

_DAY = timedelta(days=1)


class Placed(NamedTuple):
    """Where an entry is now; None: it is not ranked any more."""

    contest_id: UUID
    entry_id: UUID
    place: str | None


async def score_animal(db: UnitOfWork, livestock_id: UUID) -> list[Placed]:
    """Scores all entries of an animal in contests whose results are not announced.

    It is followed until all its contests are over: after an appeal what became known late counts, too.
    """
    due_at = await db.scalar(select(Followed.due_at).where(Followed.livestock_id == livestock_id))
    theirs = (
        select(Entry, Contest)
        .join(Contest, Contest.id == Entry.contest_id)
        .where(Entry.livestock_id == livestock_id, Entry.frozen_at.is_not(None), Contest.state.in_(RUNNING))
    )
    rows = (await db.execute(theirs.order_by(Contest.id, Entry.id).with_for_update(read=True, of=Contest))).all()
    open_ones = [(contest, entry) for entry, contest in rows if contest.announced_at is None]
    placed = [await _rescore(db, contest, entry) for contest, entry in open_ones if contest.type != "beauty"]
    await _keep_following(db, livestock_id, [contest for _, contest in rows], due_at=due_at)
    return placed


async def store(db: UnitOfWork, entry: Entry, scored: Score) -> Placed:
    """Keeps what an entry comes to."""
    where = place(scored.value, registered_at=entry.registered_at, entry_id=entry.id)
    row = insert(ScoreRow).values(
        entry_id=entry.id,
        contest_id=entry.contest_id,
        value=scored.value,
        place=where,
        parts=scored.parts,
        computed_at=clock.now(),
    )
    told = {name: row.excluded[name] for name in ("value", "place", "parts", "computed_at")}
    is_other = or_(ScoreRow.place != row.excluded.place, ScoreRow.parts != row.excluded.parts)
    await db.execute(row.on_conflict_do_update(index_elements=["entry_id"], set_=told, where=is_other))
    return Placed(entry.contest_id, entry.id, where)


async def _rescore(db: UnitOfWork, contest: Contest, entry: Entry) -> Placed:
    if entry.state not in FROZEN:
        return await _remove(db, entry)
    facts = await queries.facts_of(db, contest, [entry.livestock_id])
    window = queries.window(contest, now=clock.now())
    return await store(db, entry, score(contest.terms.scoring, entry.entrant, facts, window=window))


async def _remove(db: UnitOfWork, entry: Entry) -> Placed:
    row = await db.get(ScoreRow, entry.id)
    if row is not None:
        await db.delete(row)
    return Placed(entry.contest_id, entry.id, None)


async def _keep_following(
    db: UnitOfWork, livestock_id: UUID, contests: list[Contest], *, due_at: datetime | None
) -> None:
    """Follows an animal as long as it takes part, unless something has made it due while it was scored."""
    same = Followed.livestock_id == livestock_id, Followed.due_at.is_not_distinct_from(due_at)
    if not contests:
        await db.execute(delete(Followed).where(*same).execution_options(synchronize_session=False))
    elif any(each.state == "active" and each.type in _BY_TIME for each in contests):
        again = update(Followed).where(*same).values(due_at=clock.now() + _DAY, attempts=0)
        await db.execute(again.execution_options(synchronize_session=False))
