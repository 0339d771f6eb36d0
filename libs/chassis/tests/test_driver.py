"""What connections know of types."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import asyncpg
import pytest
from toy.main import service

from amigok_chassis.driver import Connection
from amigok_chassis.ids import new_id
from amigok_chassis.testing_databases import database

EVERY_KIND = "SELECT $1::uuid[] AS ids, $2::bigint[] AS numbers, $3::timestamptz[] AS times, $4::text[] AS words"
VALUES: tuple[Any, ...] = ([new_id()], [1, None], [datetime(2026, 1, 2, tzinfo=UTC)], ["a", "b"])


@pytest.fixture(scope="module")
async def url() -> AsyncIterator[str]:
    async with database(service) as url:
        yield url


async def test_the_second_connection_asks_for_no_type_that_the_first_has_met(url: str) -> None:
    for known in (False, True):
        connection = await asyncpg.connect(url, connection_class=Connection)
        sent: list[str] = []
        connection.add_query_logger(lambda record, sent=sent: sent.append(record.query))
        row = await connection.fetchrow(EVERY_KIND, *VALUES)
        assert tuple(row) == VALUES
        await asyncio.sleep(0)  # it is told afterwards
        if known:
            assert sent == [EVERY_KIND]
        await connection.close()


@pytest.mark.parametrize("cached", [0, 100])
async def test_statements_are_prepared_right_with_and_without_a_cache_of_them(url: str, cached: int) -> None:
    for _ in range(2):
        connection = await asyncpg.connect(url, connection_class=Connection, statement_cache_size=cached)
        for _ in range(2):
            assert tuple(await connection.fetchrow(EVERY_KIND, *VALUES)) == VALUES
        await connection.close()


async def test_what_a_database_calls_its_own_is_asked_for_anew(url: str) -> None:
    """Another database may use its number for something else."""
    for order in ("sad, happy", "happy, angry"):
        connection = await asyncpg.connect(url, connection_class=Connection)
        names = ", ".join(f"'{name}'" for name in order.split(", "))
        await connection.execute(f"CREATE TYPE mood AS ENUM ({names}); CREATE TYPE pair AS (left_one mood, number int)")
        row = await connection.fetchrow("SELECT ARRAY[ROW('happy', 3)::pair] AS pairs, $1::mood[] AS moods", ["happy"])
        assert [tuple(pair) for pair in row["pairs"]] == [("happy", 3)]
        assert row["moods"] == ["happy"]
        await connection.execute("DROP TYPE pair; DROP TYPE mood")
        await connection.close()
