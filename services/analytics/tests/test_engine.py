"""The same requests to the embedded engine and to a server."""

import asyncio
import os
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

import httpx
import pytest
from structlog.testing import capture_logs

from amigok_chassis.errors import InvalidValue, Unavailable
from analytics.engine import Engine, schema
from analytics.engine.errors import QueryTooCostly
from services.analytics.tests.engines import SERVER, PrivateEngine


@pytest.fixture(params=["embedded", "server"])
async def engine(request: pytest.FixtureRequest, private_engine: PrivateEngine) -> AsyncIterator[Engine]:
    url = private_engine.url()
    if request.param == "server":
        if not os.environ.get(SERVER):
            pytest.skip(f"{SERVER} names no ClickHouse server")
        url = f"{os.environ[SERVER].rstrip('/')}{url[url.rindex('/') :]}"
    async with httpx.AsyncClient() as http:
        engine = Engine(http, url, seconds=5, memory=200_000_000)
        await engine.make_database()
        yield engine
        await engine.drop_database()


async def test_rows_come_back_as_values_of_python(engine: Engine) -> None:
    at, on, some = datetime(2026, 11, 30, 9, 8, 7, 654321, tzinfo=UTC), date(2026, 11, 30), uuid4()
    params = {"at": at, "on": on, "some": some, "many": [some], "text": "it's\ta\\b\n{x}", "kg": Decimal("12.500")}
    sql = """
        SELECT {at:DateTime64(6, 'UTC')} AS at, {on:Date} AS on, {some:UUID} AS some, {many:Array(UUID)} AS many,
            {text:String} AS text, toDecimal64({kg:String}, 3) AS kg, toInt64(9007199254740993) AS minor,
            NULL AS nothing, CAST(NULL AS Nullable(UUID)) AS nobody
    """
    [row] = await engine.query(sql, params)
    assert row == {**params, "minor": 9007199254740993, "nothing": None, "nobody": None}
    assert [each async for each in engine.stream(sql, params)] == [row]


async def test_a_query_may_name_thousands_of_ids(engine: Engine) -> None:
    many = [uuid4() for _ in range(3_000)]
    [row] = await engine.query(
        "SELECT length({many:Array(UUID)}) AS count, {many:Array(UUID)}[3000] AS last", {"many": many}
    )
    assert row == {"count": 3_000, "last": many[-1]}


async def test_a_large_answer_comes_row_by_row_and_ends_early_if_nobody_reads_on(engine: Engine) -> None:
    sql = "SELECT number FROM numbers({count:UInt64})"
    numbers = [row["number"] async for row in engine.stream(sql, {"count": 200_000})]
    assert numbers == list(range(200_000))
    for _ in range(5):
        rows = engine.stream(sql, {"count": 10_000_000})
        assert await anext(rows) == {"number": 0}
        await rows.aclose()
    assert [row async for row in engine.stream(sql, {"count": 0})] == []


async def test_many_large_answers_wait_for_each_other_and_all_come(engine: Engine) -> None:
    async def count() -> int:
        return len([row async for row in engine.stream("SELECT number FROM numbers(70000)")])

    assert await asyncio.gather(*(count() for _ in range(12))) == [70_000] * 12


async def test_a_value_that_is_none_of_its_type_is_refused_by_name(engine: Engine) -> None:
    for value in (-1, "x"):
        with pytest.raises(InvalidValue):
            await engine.query("SELECT {value:UInt16} AS value", {"value": value})


async def test_what_clickhouse_says_of_values_is_logged_nowhere(engine: Engine) -> None:
    with capture_logs() as logs, pytest.raises(RuntimeError) as refused:
        await engine.query("SELECT throwIf(1, {text:String})", {"text": "somebody"})
    assert [each["event"] for each in logs] == ["engine.refused"]
    assert "somebody" not in f"{logs} {refused.value}"


async def test_a_large_answer_that_fails_in_the_middle_is_not_taken_for_whole(engine: Engine) -> None:
    with pytest.raises((Unavailable, ValueError, RuntimeError)):
        _ = [row async for row in engine.stream("SELECT throwIf(number = 199999) AS no FROM numbers(200000)")]


async def test_what_is_inserted_is_there_once_for_each_key(engine: Engine) -> None:
    await schema.make(engine)
    await schema.make(engine)
    row = {"request_id": uuid4(), "reference_id": uuid4(), "event_id": uuid4(), "version": 1 << 100}
    await engine.insert("payments", [row, row])
    await engine.insert("payments", [{**row, "event_id": None, "version": 1}])
    assert await engine.query("SELECT * FROM payments FINAL") == [row]


async def test_queries_only_read(engine: Engine) -> None:
    await schema.make(engine)
    for sql in ("DROP TABLE payments", "INSERT INTO payments (version) VALUES (1)", "SELECT 1 SETTINGS readonly = 0"):
        with pytest.raises(RuntimeError):
            await engine.query(sql)
    assert await engine.query("SELECT count() AS count FROM payments") == [{"count": 0}]


async def test_a_query_that_takes_too_much_is_ended(engine: Engine) -> None:
    for sql in (
        "SELECT sum(sipHash64(number)) FROM numbers(1000000000000)",
        "SELECT count() FROM (SELECT number FROM numbers(50000000) GROUP BY number)",
    ):
        with pytest.raises(QueryTooCostly):
            await engine.within(seconds=0.5, memory=50_000_000).query(sql)


async def test_who_waits_for_long_is_refused_and_what_is_written_goes_past_them(private_engine: PrivateEngine) -> None:
    async with httpx.AsyncClient() as http:
        engine = Engine(http, private_engine.url(), seconds=9, memory=200_000_000)
        await schema.make(engine)
        ended: list[type[Exception]] = []

        async def ask() -> None:
            try:
                await engine.query("SELECT sum(sipHash64(number)) FROM numbers(1000000000000)")
            except (QueryTooCostly, Unavailable) as error:
                ended.append(type(error))

        asked = asyncio.gather(*(ask() for _ in range(6)))
        row = {"request_id": uuid4(), "reference_id": uuid4(), "event_id": uuid4(), "version": 1}
        for _ in range(5):
            await engine.insert("payments", [row])
        assert QueryTooCostly not in ended
        await asked
        await engine.drop_database()
    assert ended == [Unavailable] * 2 + [QueryTooCostly] * 4


async def test_nobody_is_answered_without_the_password(private_engine: PrivateEngine) -> None:
    async with httpx.AsyncClient() as http:
        for url in (private_engine.url().replace("secret", "public"), f"http://127.0.0.1:{private_engine.port}/x"):
            with pytest.raises(RuntimeError):
                await Engine(http, url, seconds=5, memory=100_000_000).query("SELECT 1")


async def test_an_engine_that_is_not_there_is_an_outage() -> None:
    async with httpx.AsyncClient() as http:
        with pytest.raises(Unavailable):
            await Engine(http, "http://127.0.0.1:1/x", seconds=5, memory=100_000_000).query("SELECT 1")
