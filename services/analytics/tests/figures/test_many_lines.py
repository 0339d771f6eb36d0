"""Accounts of many lines, beside which others are answered."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from time import perf_counter
from typing import Any

import httpx
import pytest

from amigok_chassis.ids import new_id
from analytics.engine import Engine
from analytics.returns.errors import TooManyLines
from analytics.returns.queries import MOST_LINES
from analytics.returns.results import Period
from analytics.returns.schemas import ReturnsAsk
from analytics.returns.service import account
from analytics.scopes.service import Scope
from services.analytics.tests.figures.barns import at

ANNA = new_id()
MANY = 40_000
LINES = {
    "owner": "UUID",
    "livestock_id": "UUID",
    "kind": "String",
    "at": "DateTime64(6, 'UTC')",
    "amount_minor": "Int64",
    "currency": "String",
    "reference_id": "UUID",
    "part": "UInt16",
}


def answer(columns: dict[str, str], rows: Sequence[Sequence[Any]] = ()) -> httpx.Response:
    told = (list(columns), list(columns.values()), *rows)
    return httpx.Response(200, text="\n".join(json.dumps(each) for each in told))


@pytest.fixture
async def facts() -> AsyncIterator[Engine]:
    """A ClickHouse that knows many lines of an owner, and nothing else."""
    animals = [str(new_id()) for _ in range(200)]
    days = [(at("2025-01-01") + timedelta(hours=hour)).strftime("%Y-%m-%d %H:%M:%S.000000") for hour in range(24)]
    rows = [[str(ANNA), animals[n % 200], "feed", days[n % 24], -100 - n, "USD", animals[0], 0] for n in range(MANY)]
    known, nothing = answer(LINES, rows).text, answer({}).text

    def said(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, text=known if b"FROM lines" in request.content else nothing)

    async with httpx.AsyncClient(transport=httpx.MockTransport(said)) as http:
        yield Engine(http, "http://127.0.0.1/facts", seconds=10, memory=1)


@pytest.mark.parametrize("part", ["ownerships", "deaths", "valuations"])
async def test_a_herd_that_is_too_large_for_an_account_is_refused(part: str) -> None:
    row = json.dumps([str(new_id())])
    many = answer({"livestock_id": "UUID"}).text + f"\n{row}" * (MOST_LINES + 1)

    def said(request: httpx.Request) -> httpx.Response:
        is_large = f"FROM {part} FINAL\nWHERE".encode() in request.content and b"{most:UInt64}" in request.content
        return httpx.Response(200, text=many if is_large else answer({}).text)

    async with httpx.AsyncClient(transport=httpx.MockTransport(said)) as http:
        facts = Engine(http, "http://127.0.0.1/facts", seconds=10, memory=1)
        with pytest.raises(TooManyLines):
            await account(facts, Scope("farm", "true", "true", {}), Period(None, at("2026-01-01")), ReturnsAsk())


async def test_others_are_answered_while_an_account_is_computed(facts: Engine) -> None:
    longest = 0.0

    async def beats() -> None:
        nonlocal longest
        while True:
            before = perf_counter()
            await asyncio.sleep(0)
            longest = max(longest, perf_counter() - before)
            await asyncio.sleep(0.001)

    beating = asyncio.ensure_future(beats())
    began = perf_counter()
    scope = Scope("mine", "true", "true", {}, ANNA)
    found = await account(facts, scope, Period(None, at("2026-01-01")), ReturnsAsk())
    took = perf_counter() - began
    beating.cancel()
    assert found.results[0].entries["feed"] == -sum(100 + n for n in range(MANY))
    assert longest < took / 3
