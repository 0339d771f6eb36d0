"""Connections go to who has waited longest."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text
from sqlalchemy.exc import TimeoutError as PoolTimeout
from toy.main import service

from amigok_chassis import pool
from amigok_chassis.db import Database
from amigok_chassis.patience import PATIENCE
from amigok_chassis.testing_databases import database


@pytest.fixture
async def narrow() -> AsyncIterator[Database]:
    """A database with a pool of two."""
    async with database(service) as url:
        db = Database(url, pool_size=2, name="toy")
        yield db
        await db.close()


async def test_who_comes_first_is_served_first_however_they_ask(narrow: Database) -> None:
    served: list[int] = []

    async def ask(number: int) -> None:
        if number % 2:
            async with narrow.driver() as driver:
                served.append(number)
                await driver.fetch("SELECT pg_sleep(0.002)")
        else:
            async with narrow.unit_of_work() as session:
                await session.connection()
                served.append(number)
                await session.execute(text("SELECT pg_sleep(0.002)"))

    async with asyncio.TaskGroup() as group:
        for number in range(60):
            group.create_task(ask(number))
            await asyncio.sleep(0)
    assert all(abs(place - number) <= 2 for place, number in enumerate(served)), served


async def test_who_asks_again_and_again_does_not_overtake_who_waits(narrow: Database) -> None:
    done = asyncio.Event()

    async def greedy() -> None:
        while not done.is_set():
            await narrow.fetch("SELECT 1")

    crowd = [asyncio.create_task(greedy()) for _ in range(20)]
    await asyncio.sleep(0.05)
    for _ in range(20):
        async with asyncio.timeout(PATIENCE):
            await narrow.fetch("SELECT 1")
    done.set()
    await asyncio.gather(*crowd)


async def test_a_turn_that_nobody_takes_is_not_lost(narrow: Database) -> None:
    async with narrow.driver(), narrow.driver():
        impatient = [asyncio.create_task(narrow.fetch("SELECT 1")) for _ in range(5)]
        await asyncio.sleep(0.05)
        for task in impatient:
            task.cancel()
        await asyncio.gather(*impatient, return_exceptions=True)
    for _ in range(2):
        with pytest.raises(Exception, match="nothing_such"):
            await narrow.fetch("SELECT nothing_such")
    async with asyncio.timeout(PATIENCE), narrow.driver(), narrow.driver():
        pass


async def test_the_line_has_an_end(narrow: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "WAITING_MOST", 3)
    async with narrow.driver(), narrow.driver():
        waiting = [asyncio.create_task(narrow.fetch("SELECT 1")) for _ in range(3)]
        await asyncio.sleep(0.05)
        with pytest.raises(PoolTimeout):
            await narrow.fetch("SELECT 1")
    await asyncio.gather(*waiting)
