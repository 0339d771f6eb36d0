"""(n) One event that concerns 10,000 people, and a week of events that comes again."""

from __future__ import annotations

import asyncio
import time

import asyncpg

from amigok_chassis.db import Database
from bench import seeds
from bench.results import Result
from bench.site import Site
from notification.deliveries import service as deliveries
from notification.main import service
from notification.notices.telling import Telling
from notification.settings import Settings

PEOPLE = 10_000
WEEK = 20_000
"""So many facts, each for one of the people."""
BATCH = 100
"""As many as a consumer handles at once."""

ADDRESSES = (
    "INSERT INTO addresses (id, user_id, channel, sealed, digest, created_at) "
    "SELECT md5('address ' || n)::uuid, lpad(to_hex(n), 32, '0')::uuid, 'email', ''::bytea, n::text, now() "
    "FROM generate_series(1, $1::int) AS n"
)


def measure(site: Site) -> list[Result]:
    return asyncio.run(_measured(site))


async def _measured(site: Site) -> list[Result]:
    database = await seeds.database_of(service, site.scratch, "notification_flood")
    await sow(database, PEOPLE)
    db = Database(database, pool_size=1, name="bench", settings=Settings(smtp_url="smtp://127.0.0.1:1"))
    db.unlock(bytes(32))
    try:
        return [await _flood(db), await _flood(db, again=True), await _week(db), await _week(db, again=True)]
    finally:
        await db.close()


async def sow(database: str, people: int) -> None:
    """Gives so many people a mail address."""
    connection = await asyncpg.connect(database)
    await connection.execute(ADDRESSES, people)
    await connection.close()


async def flood(db: Database, people: int) -> int:
    """Tells so many people one fact. Returns how many were told."""
    async with db.unit_of_work() as session:
        return await deliveries.tell(session, _telling("flood", *range(1, people + 1)))


async def week(db: Database, facts: int, people: int) -> int:
    """Tells so many facts, each to one of the people, in batches. Returns how many were told."""
    told = 0
    for first in range(0, facts, BATCH):
        async with db.unit_of_work() as session:
            for number in range(first, first + BATCH):
                told += await deliveries.tell(session, _telling(f"week {number}", 1 + number % people))
    return told


def _telling(source: str, *people: int) -> Telling:
    users = [seeds.numbered(number) for number in people]
    amount = {"amount": "240.00", "currency": "USD"}
    return Telling(kind="order_completed", source=source, user_ids=users, data={"amount": amount})


async def _flood(db: Database, *, again: bool = False) -> Result:
    since = time.perf_counter()
    told = await flood(db, PEOPLE)
    seconds = time.perf_counter() - since
    assert told == (0 if again else PEOPLE)
    name = "people of one event that comes again" if again else "people told of one event"
    return Result(
        name=name, value=PEOPLE / seconds, at_least=1_000, note=f"{PEOPLE:,} in {seconds:.1f} s, with a mail each"
    )


async def _week(db: Database, *, again: bool = False) -> Result:
    since = time.perf_counter()
    told = await week(db, WEEK, PEOPLE)
    seconds = time.perf_counter() - since
    assert told == (0 if again else WEEK)
    name = "facts that come again" if again else "facts told to one each"
    return Result(name=name, value=WEEK / seconds, at_least=100, note=f"{WEEK:,} in {seconds:.1f} s, one worker")
