"""(r) Leaderboards: a page, and one's own rank, in a contest with a million entries and in one with 10,000."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import UUID

import asyncpg
from redis.asyncio import Redis

from amigok_chassis.db import Database
from amigok_chassis.pagination import encode
from bench import child, load, seeds
from bench.barns import made
from bench.results import Result, compared
from bench.site import Site, api
from bench.tokens import token
from game.leaderboards import cache
from game.main import service

FEW, MANY = 10_000, 1_000_000
ROUNDS = 3
SECONDS = 4.0
CONTEST = made("contest")
BOARDS = Path(__file__).with_name("boards.sql")


def measure(site: Site) -> list[Result]:
    """Alternates rounds of both contests, one client each time, so that no request waits for another."""
    with ExitStack() as stack:
        (few, few_paths), (many, many_paths) = (stack.enter_context(_game(site, each)) for each in (FEW, MANY))
        return [_compared(what, few, few_paths[what], many, many_paths[what]) for what in many_paths]


def _compared(what: str, few: str, few_request: str, many: str, many_request: str) -> Result:
    ours, baseline = [], []
    for _ in range(ROUNDS):
        baseline.append(load.rate(few, [few_request], seconds=SECONDS, clients=1)["p50_ms"])
        ours.append(load.rate(many, [many_request], seconds=SECONDS, clients=1)["p50_ms"])
    note = f"{MANY:,} entries; baseline: {FEW:,}"
    return compared(f"{what}, p50", ours, baseline, unit=" ms", at_most=10.0, note=note)


@contextmanager
def _game(site: Site, entries: int) -> Iterator[tuple[str, dict[str, str]]]:
    """The API of game for a contest with so many entries, in a process of its own, and what is asked of it."""
    database = asyncio.run(_seeded(site, entries))
    middle, owner = asyncio.run(_middle(database))
    redis = f"{site.redis.removesuffix('/0')}/{_number(entries)}"
    child.run("boards:warm", url=database, redis=redis)
    board = f"/api/v1/contests/{CONTEST}/leaderboard?limit=50"
    requests = {
        "the first page of a leaderboard": load.get(board),
        "a page in the middle": load.get(f"{board}&cursor={encode(middle, entries // 2, entries // 2)}"),
        "one's own rank": load.get(f"/api/v1/contests/{CONTEST}/my-ranking", token(owner, "investor")),
    }
    with api(site, "game", database, ready="/health/ready", redis=redis) as url:
        yield url, requests


def _number(entries: int) -> int:
    """The database of Redis for a contest; both have the same id."""
    return 1 if entries == FEW else 2


async def _seeded(site: Site, entries: int) -> str:
    database = await seeds.database_of(service, site.scratch, f"game_{entries}")
    await sow(database, entries)
    await seeds.settle(database)
    return database


async def sow(database: str, entries: int) -> None:
    """Fills a database of game with a contest of so many entries."""
    connection = await asyncpg.connect(database)
    await connection.execute(f"SET boards.entries = {entries}")
    await connection.execute(BOARDS.read_text(), timeout=900)
    await connection.close()


async def _middle(database: str) -> tuple[str, UUID]:
    """The place in the middle of the board, and whose it is."""
    connection = await asyncpg.connect(database)
    row = await connection.fetchrow(
        "SELECT place, owner_id FROM scores JOIN entries ON entries.id = entry_id"
        " ORDER BY place OFFSET (SELECT count(*) / 2 FROM scores) LIMIT 1"
    )
    await connection.close()
    return row["place"], row["owner_id"]


async def warm(url: str, redis: str) -> dict[str, float]:
    """Makes the board in Redis, as a worker does when somebody asks for it."""
    database, client = Database(url, pool_size=1, name="bench"), Redis.from_url(redis)
    begun = time.monotonic()
    await cache.make(database, client, CONTEST)
    await client.aclose()
    await database.close()
    return {"seconds": time.monotonic() - begun}
