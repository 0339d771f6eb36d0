"""Reads leaderboards. The database is the truth; how many are before an entry may come from the cache."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from redis.asyncio import Redis
from sqlalchemy import Select, func, select

from amigok_chassis.pagination import Page, Paging, encode
from amigok_chassis.unit_of_work import UnitOfWork
from game.contests import queries as contests
from game.contests.models import Contest
from game.entries.models import Entry
from game.leaderboards import cache
from game.leaderboards.errors import NotRevealed, NotStarted
from game.leaderboards.models import ScoreRow
from game.leaderboards.schemas import MyRankOut, RankOut
from game.scoring.ranks import VALUE_DIGITS, of_value
from game.settings import Settings

_MOST = 20
"""Entries of one user whose ranks are shown at once."""


async def page(db: UnitOfWork, contest_id: UUID, paging: Paging) -> Page[RankOut]:
    """A page of a leaderboard, the best first. Raises ContestNotFound, NotStarted, NotRevealed, InvalidCursor."""
    contest = await _shown(db, contest_id)
    after = paging.after(str, int, int)
    query = _rows(contest.id).order_by(ScoreRow.place).limit(paging.limit + 1)
    if after is not None:
        query = query.where(ScoreRow.place > after[0])
    rows = (await db.execute(query)).all()
    ranked = _ranked(rows[: paging.limit], contest, after)
    if len(rows) <= paging.limit:
        return Page(items=ranked)
    last = ranked[-1]
    return Page(items=ranked, next_cursor=encode(rows[paging.limit - 1].place, last.position, last.rank or 0))


async def mine(
    db: UnitOfWork, redis: Redis | None, contest_id: UUID, *, owner_id: UUID, around: int
) -> list[MyRankOut]:
    """The ranks of a user's best entries, with so many before and after each. Raises as `page` does."""
    contest = await _shown(db, contest_id)
    theirs = _rows(contest.id).where(Entry.owner_id == owner_id).order_by(ScoreRow.place).limit(_MOST)
    return [await _with_neighbours(db, redis, contest, row, around) for row in (await db.execute(theirs)).all()]


async def _shown(db: UnitOfWork, contest_id: UUID) -> Contest:
    contest = await contests.listed(db, contest_id)
    if contest.frozen_at is None:
        raise NotStarted
    if contest.type == "beauty" and contest.announced_at is None:
        raise NotRevealed
    return contest


def _rows(contest_id: UUID) -> Select[Any]:
    own = (ScoreRow.entry_id, ScoreRow.place, ScoreRow.value, ScoreRow.parts, ScoreRow.computed_at)
    query = select(*own, Entry.livestock_id, Entry.lost_at).join(Entry, Entry.id == ScoreRow.entry_id)
    return query.where(ScoreRow.contest_id == contest_id)


def _ranked(rows: Sequence[Any], contest: Contest, after: tuple[Any, ...] | None) -> list[RankOut]:
    """Counts on from a row whose place, position and rank are known; a rank of 0 is none."""
    before, position, rank = after or ("", 0, 0)
    found = []
    for row in rows:
        position += 1
        if not (contest.shares_ranks and _same(before, row.place)):
            rank = position
        before = row.place
        found.append(_out(row, position, None if row.value is None else rank))
    return found


async def _with_neighbours(db: UnitOfWork, redis: Redis | None, contest: Contest, row: Any, around: int) -> MyRankOut:
    redis = redis if contest.places_taken >= db.settings(Settings).cached_from else None
    position = await _before(db, redis, contest.id, row.place) + 1
    earlier = _rows(contest.id).where(ScoreRow.place < row.place).order_by(ScoreRow.place.desc()).limit(around)
    later = _rows(contest.id).where(ScoreRow.place > row.place).order_by(ScoreRow.place).limit(around)
    rows = [*reversed((await db.execute(earlier)).all()), row, *(await db.execute(later)).all()]
    first = position - rows.index(row)
    rank = await _rank(db, redis, contest, rows[0], first)
    ranked = _ranked(rows, contest, (rows[0].place, first - 1, rank))
    own = ranked.pop(position - first)
    return MyRankOut(**own.model_dump(), parts=row.parts, around=ranked)


async def _rank(db: UnitOfWork, redis: Redis | None, contest: Contest, row: Any, position: int) -> int:
    """The rank of a row at a position."""
    if row.value is None or not contest.shares_ranks:
        return position
    return await _before(db, redis, contest.id, of_value(row.value)) + 1


async def _before(db: UnitOfWork, redis: Redis | None, contest_id: UUID, place: str) -> int:
    """How many entries of a contest have a place before this."""
    known = await cache.before(redis, contest_id, place)
    if known is not None:
        return known
    return await db.scalar(select(func.count()).where(ScoreRow.contest_id == contest_id, ScoreRow.place < place)) or 0


def _same(one: str, other: str) -> bool:
    """Whether two places are of the same value."""
    return one[:VALUE_DIGITS] == other[:VALUE_DIGITS]


def _out(row: Any, position: int, rank: int | None) -> RankOut:
    value: Decimal | None = row.value
    return RankOut(
        rank=rank,
        position=position,
        entry_id=row.entry_id,
        livestock_id=row.livestock_id,
        value=value,
        lost=row.lost_at is not None,
        computed_at=row.computed_at,
    )
