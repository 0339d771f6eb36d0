"""Reads leaderboards. The database is the truth; how many are before an entry may come from the cache."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any
from uuid import UUID

from redis.asyncio import Redis
from sqlalchemy import Select, func, select, text

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

_ROW = "s.entry_id, s.place, s.value, s.parts, s.computed_at, e.livestock_id, e.lost_at"
_OF = "FROM scores AS s JOIN entries AS e ON e.id = s.entry_id WHERE s.contest_id = :contest"
_MINE = text(f"""
SELECT own.place AS mine, near.* FROM (
    SELECT s.place {_OF} AND e.owner_id = :owner ORDER BY s.place LIMIT :most
) AS own, LATERAL (
    (SELECT {_ROW} {_OF} AND s.place < own.place ORDER BY s.place DESC LIMIT :around)
    UNION ALL (SELECT {_ROW} {_OF} AND s.place >= own.place ORDER BY s.place LIMIT :around + 1)
) AS near ORDER BY own.place, near.place
""")
"""The entries of a user, each with those around it."""


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
    wanted = {"contest": contest_id, "owner": owner_id, "around": around, "most": _MOST}
    rows = (await db.execute(_MINE, wanted)).all()
    boards = [list(each) for _, each in groupby(rows, key=lambda row: row.mine)]
    starts = [(board[0].place, of_value(board[0].value)) for board in boards]
    cached = redis if contest.places_taken >= db.settings(Settings).cached_from else None
    counts = await _before(db, cached, contest_id, [place for start in starts for place in start])
    return [_mine(board, contest, *counts[2 * n : 2 * n + 2]) for n, board in enumerate(boards)]


async def _shown(db: UnitOfWork, contest_id: UUID) -> Contest:
    contest = await contests.listed(db, contest_id)
    if contest.frozen_at is None:
        raise NotStarted
    if contest.type == "beauty" and contest.announced_at is None:
        raise NotRevealed
    return contest


def _rows(contest_id: UUID) -> Select[Any]:
    own = (ScoreRow.entry_id, ScoreRow.place, ScoreRow.value, ScoreRow.parts, ScoreRow.computed_at)
    query = select(*own, Entry.lost_at).join(Entry, Entry.id == ScoreRow.entry_id)
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


def _mine(board: list[Any], contest: Contest, before: int, above: int) -> MyRankOut:
    """An entry among its neighbours. Of the first of them, `before` have a place before it, `above` a higher value."""
    rank = above + 1 if contest.shares_ranks else before + 1
    ranked = _ranked(board, contest, (board[0].place, before, rank))
    [at] = [n for n, row in enumerate(board) if row.place == row.mine]
    own = ranked.pop(at)
    row = board[at]
    return MyRankOut(**own.model_dump(), livestock_id=row.livestock_id, parts=row.parts, around=ranked)


async def _before(db: UnitOfWork, redis: Redis | None, contest_id: UUID, places: Sequence[str]) -> Sequence[int]:
    """How many entries of a contest have a place before each of these."""
    known = await cache.before(redis, contest_id, places)
    if known is not None:
        return known
    count = select(func.count()).where(ScoreRow.contest_id == contest_id)
    return [await db.scalar(count.where(ScoreRow.place < place)) or 0 for place in places]


def _same(one: str, other: str) -> bool:
    """Whether two places are of the same value."""
    return one[:VALUE_DIGITS] == other[:VALUE_DIGITS]


def _out(row: Any, position: int, rank: int | None) -> RankOut:
    value: Decimal | None = row.value
    return RankOut(
        rank=rank,
        position=position,
        entry_id=row.entry_id,
        value=value,
        lost=row.lost_at is not None,
        computed_at=row.computed_at,
    )
