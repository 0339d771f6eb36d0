"""How many entries are before a place, from Redis: counting them in the database takes too long in large contests.

A board is a sorted set of places, all with the same score, so that Redis orders them by their bytes, as the database
does. It can be thrown away at any time. Who finds none asks for it; a task of the workers makes it from the database.
What is scored meanwhile counts: of each entry the first place that is noted after the beginning is kept, and later ones
replace it. A board is used for an hour at most, so that one that Redis has restored from an old copy does not last.
"""

from collections.abc import Sequence
from uuid import UUID

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError
from sqlalchemy import select

from amigok_chassis.context import Context
from amigok_chassis.db import Database
from amigok_chassis.service import task
from amigok_chassis.unit_of_work import UnitOfWork
from game.leaderboards.models import ScoreRow
from game.leaderboards.service import Placed

log = structlog.get_logger()

_WANTED = "game:boards:wanted"
_USED_FOR, _KEPT_FOR, _MADE_WITHIN = 3600, 7200, 60
"""Seconds. Whoever makes a board says every chunk that they are at it."""
_CHUNK = 5_000

_NOTE = """
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
local old = redis.call('HGET', KEYS[3], ARGV[1])
if old == ARGV[2] then return 0 end
if old and old ~= '' then redis.call('ZREM', KEYS[2], old) end
if ARGV[2] ~= '' then redis.call('ZADD', KEYS[2], 0, ARGV[2]) end
redis.call('HSET', KEYS[3], ARGV[1], ARGV[2])
return 1
"""
"""Moves an entry to a place on a board that is there, or being made. An empty place is none."""

_FILL = """
for i = 1, #ARGV, 2 do
    if redis.call('HSETNX', KEYS[3], ARGV[i], ARGV[i + 1]) == 1 then redis.call('ZADD', KEYS[2], 0, ARGV[i + 1]) end
end
return 1
"""
"""Adds entries to a board, unless something newer was noted of them."""


def _keys(contest_id: UUID) -> list[str]:
    """The keys of a board: its state (`making` or `ready`), its places, and the place of each entry."""
    return [f"game:board:{contest_id}:{what}" for what in ("state", "places", "entries")]


async def before(redis: Redis | None, contest_id: UUID, places: Sequence[str]) -> Sequence[int] | None:
    """How many entries have a place before each of these; None where there is no board, which is then made."""
    if redis is None or not places:
        return None
    try:
        state, board, _ = _keys(contest_id)
        async with redis.pipeline(transaction=True) as pipe:
            pipe.get(state)
            for place in places:
                pipe.zlexcount(board, "-", f"({place}")
            known, *counts = await pipe.execute()
        if known == b"ready":
            return counts
        await redis.sadd(_WANTED, str(contest_id))
    except (RedisError, OSError) as error:
        log.warning("board.unreachable", error=repr(error))
    return None


async def note(redis: Redis | None, placed: Sequence[Placed]) -> None:
    """Moves entries on the boards that there are. Raises RedisError: the caller must repeat it then."""
    if redis is not None:
        for each in placed:
            keys = _keys(each.contest_id)
            await redis.eval(_NOTE, len(keys), *keys, str(each.entry_id), each.place or "")


async def drop(redis: Redis | None, contest_id: UUID) -> None:
    """Throws a board away, where many entries change at once. Raises RedisError: the caller must repeat it then."""
    if redis is not None:
        await redis.delete(*_keys(contest_id))


@task(seconds=5)
async def make_boards(context: Context) -> None:
    """Makes the boards that somebody has asked for."""
    redis = context.redis
    while redis is not None and isinstance(wanted := await redis.spop(_WANTED), bytes):
        contest_id = UUID(wanted.decode())
        if await redis.set(_keys(contest_id)[0], "making", nx=True, ex=_MADE_WITHIN):
            await make(context.db, redis, contest_id)


async def make(database: Database, redis: Redis, contest_id: UUID) -> None:
    """Makes a board from the database."""
    state, places, entries = keys = _keys(contest_id)
    async with redis.pipeline(transaction=True) as pipe:
        pipe.delete(places, entries)
        pipe.set(state, "making", ex=_MADE_WITHIN)
        await pipe.execute()
    async with database.reader() as db:
        last: UUID | None = None
        while chunk := await _chunk(db, contest_id, last):
            pairs = [text for entry_id, place in chunk for text in (str(entry_id), place)]
            await redis.eval(_FILL, len(keys), *keys, *pairs)
            await redis.expire(state, _MADE_WITHIN)
            last = chunk[-1][0]
    async with redis.pipeline(transaction=True) as pipe:
        pipe.expire(places, _KEPT_FOR)
        pipe.expire(entries, _KEPT_FOR)
        pipe.set(state, "ready", xx=True, ex=_USED_FOR)
        await pipe.execute()


async def _chunk(db: UnitOfWork, contest_id: UUID, last: UUID | None) -> Sequence[tuple[UUID, str]]:
    query = select(ScoreRow.entry_id, ScoreRow.place).where(ScoreRow.contest_id == contest_id)
    if last is not None:
        query = query.where(ScoreRow.entry_id > last)
    rows = await db.execute(query.order_by(ScoreRow.entry_id).limit(_CHUNK))
    return [(row.entry_id, row.place) for row in rows]
