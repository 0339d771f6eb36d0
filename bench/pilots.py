"""(t) Pilot farming: the day's tasks of 100,000 animals, and a board with a million players."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from uuid import UUID

import asyncpg

from amigok_chassis.db import Database
from amigok_chassis.pagination import Paging
from bench import child, seeds
from bench.results import Result
from bench.site import Site
from game.main import service
from game.pilot import boards
from game.seasons import ranks
from game.tasks import making

ANIMALS = 100_000
HERDS = {"one animal each": 1, "50 animals each": 50}
WORKERS = 2
"""So many processes share the days that begin."""
PLAYERS = 1_000_000
ROUNDS = 200
PILOTS = Path(__file__).with_name("pilots.sql")

_SEASON = "INSERT INTO seasons (id, kind, starts_at, ends_at) VALUES ($1, 'week', now(), now() + interval '7 days')"
_BOARD = """
WITH added AS (
    INSERT INTO players (
        user_id, version, handle, handle_key, time_zone, visibility, is_minor, xp, local_day, day_number, day_starts_at,
        day_ends_at, hand_count, joined_at
    )
    SELECT gen_random_uuid(), 1, 'b' || n, 'b' || n, 'UTC', 'everyone', false, 0, current_date, 1, now(),
        now() + interval '1 day', 0, now()
    FROM generate_series(1, $2::int) AS n RETURNING user_id
)
INSERT INTO season_scores (season_id, player_id, xp, listed)
SELECT $1, user_id, 5 * (random() * 100000)::int, true FROM added
"""


def measure(site: Site) -> list[Result]:
    return [*(_days(site, name, each) for name, each in HERDS.items()), *_board(site)]


def _days(site: Site, name: str, each: int) -> Result:
    database = asyncio.run(_seeded(site, f"game_{each}", each))
    workers = [child.Child("pilots:begin", {"database": database}) for _ in range(WORKERS)]
    found = [worker.result() for worker in workers]
    assert sum(one["players"] for one in found) == ANIMALS // each
    cpu = sum(one["cpu"] for one in found)
    return Result(
        name=f"the day's tasks, {name}",
        value=max(one["until"] for one in found) - min(one["since"] for one in found),
        unit=" s",
        at_most=60,
        note=f"{ANIMALS:,} animals, 4 tasks each, {WORKERS} workers; {cpu:.0f} s of Python's time",
    )


async def begin(database: str) -> dict[str, float]:
    """Makes the tasks of all days that have begun, batch by batch, as a worker of the game does."""
    db = Database(database, pool_size=1, name="bench")
    players, since, cpu = 0, time.time(), time.process_time()
    try:
        while batch := await _batch(db):
            players += batch
        return {"players": players, "since": since, "until": time.time(), "cpu": time.process_time() - cpu}
    finally:
        await db.close()


async def _batch(db: Database) -> int:
    async with db.unit_of_work() as session:
        return await making.make_some(session)


def _board(site: Site) -> list[Result]:
    database = asyncio.run(_with_board(site))
    found = child.run("pilots:look", database=database)
    note = f"{PLAYERS:,} players"
    return [
        Result(name=f"{name}, p50", value=found[name], unit=" ms", at_most=10, note=note)
        for name in ("first page and my rank", "a later page and my rank")
    ]


async def look(database: str) -> dict[str, float]:
    """Reads pages of the board as its route does, each for somebody else. Returns medians in milliseconds."""
    db = Database(database, pool_size=1, name="bench")
    db.unlock(bytes(32))
    connection = await asyncpg.connect(database)
    season = await connection.fetchval("SELECT id FROM seasons WHERE kind = 'week'")
    people = await connection.fetch("SELECT player_id FROM season_scores ORDER BY random() LIMIT $1", ROUNDS)
    await connection.close()
    wanted = boards.Wanted("all", "week", season, None)
    times: dict[str, list[float]] = {"first page and my rank": [], "a later page and my rank": []}
    try:
        for row in people:
            cursor = None
            for name in times:
                begun = time.perf_counter()
                cursor = await _page(db, row["player_id"], wanted, cursor)
                times[name].append((time.perf_counter() - begun) * 1000)
        return {name: sorted(each)[len(each) // 2] for name, each in times.items()}
    finally:
        await db.close()


async def _page(db: Database, viewer: UUID, wanted: boards.Wanted, cursor: str | None) -> str | None:
    async with db.reader() as session:
        return (await boards.page(session, Paging(limit=50, cursor=cursor), viewer, wanted)).next_cursor


async def _seeded(site: Site, name: str, each: int) -> str:
    database = await seeds.database_of(service, site.scratch, name)
    await sow(database, ANIMALS, each)
    await seeds.settle(database)
    return database


async def _with_board(site: Site) -> str:
    database = await seeds.database_of(service, site.scratch, "game_board")
    await fill(database, PLAYERS)
    await seeds.settle(database)
    return database


async def sow(database: str, animals: int, each: int) -> None:
    """Fills a database of the game with players who have so many animals each, and whose next day has begun."""
    connection = await asyncpg.connect(database)
    await connection.execute(f"SET pilots.animals = {animals}; SET pilots.each = {each}")
    await connection.execute(PILOTS.read_text(), timeout=120)
    await connection.close()


async def fill(database: str, players: int) -> None:
    """Fills a database of the game with a season in which so many have won something, and marks its ranks."""
    season = UUID(int=1)
    connection = await asyncpg.connect(database)
    await connection.execute(_SEASON, season)
    await connection.execute(_BOARD, season, players, timeout=300)
    await connection.close()
    db = Database(database, pool_size=1, name="bench")
    async with db.unit_of_work() as session:
        await ranks.mark(session, season)
    await db.close()
