"""(j) The end of periods of feed: what was fed is captured, and the next period is opened with its meals."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import asyncpg

from amigok_chassis.db import Database
from bench import barns, child, seeds
from bench.results import Result
from bench.site import Site
from feed.billing import renewing
from feed.main import service
from feed.settings import Settings

CYCLES = ("daily", "weekly", "monthly")
ENDS = 2_000
WORKERS = 2
"""So many processes share the ends."""
PERIODS = Path(__file__).with_name("periods.sql")


def measure(site: Site) -> list[Result]:
    return [_ends(site, cycle) for cycle in CYCLES]


def _ends(site: Site, cycle: str) -> Result:
    database = asyncio.run(_seeded(site, cycle))
    workers = [child.Child("periods:end", {"database": database}) for _ in range(WORKERS)]
    found = [worker.result() for worker in workers]
    assert sum(each["ended"] for each in found) == ENDS
    seconds = max(each["until"] for each in found) - min(each["since"] for each in found)
    cpu = sum(each["cpu"] for each in found) / ENDS * 1000
    return Result(
        name=f"{cycle} periods that end",
        value=ENDS / seconds,
        at_least=300,
        note=f"{ENDS:,} due at once, {WORKERS} workers; {cpu:.2f} ms of Python's time each",
    )


async def end(database: str) -> dict[str, float]:
    """Ends what is due, batch by batch, as a worker of feed does."""
    db = Database(database, pool_size=1, name="bench", settings=Settings())
    async with db.unit_of_work() as session:
        await renewing.stuck(session)
    ended, since, cpu = 0, time.time(), time.process_time()
    try:
        while batch := await _batch(db):
            ended += batch
        return {"ended": ended, "since": since, "until": time.time(), "cpu": time.process_time() - cpu}
    finally:
        await db.close()


async def _batch(db: Database) -> int:
    async with db.unit_of_work() as session:
        return await renewing.end_due(session)


async def _seeded(site: Site, cycle: str) -> str:
    name = f"feed_{cycle}"
    database = await seeds.database_of(service, site.scratch, name)
    await sow(database, ENDS, cycle)
    await seeds.settle(database)
    return database


async def sow(database: str, animals: int, cycle: str) -> None:
    """Fills a database of feed with a farm of so many animals, each with a period that has just ended."""
    await barns.sow(database, animals)
    connection = await asyncpg.connect(database)
    await connection.execute(f"SET barns.animals = {animals}; SET periods.cycle = '{cycle}'")
    await connection.execute(PERIODS.read_text(), timeout=120)
    await connection.close()
