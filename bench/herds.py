"""(f) Lists of animals: the farm's API on a database with 1,000 animals, and on one with 100,000."""

from __future__ import annotations

import asyncio
import hashlib
import random
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from uuid import UUID

import asyncpg

from amigok.fleet import ROOT
from bench import load, seeds
from bench.results import Result, compared
from bench.site import Site, api
from bench.tokens import token
from farm.main import service

FEW, MANY = 1_000, 100_000
FARMS = 200
ROUNDS = 3
SECONDS = 4.0
HERDS = ROOT / "services/farm/tests/herds.sql"


def _made(name: str) -> UUID:
    """The id that the herds' script makes of a name."""
    return UUID(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest())


OWNER = _made("owner0")
SHEEP = _made("type1")


def measure(site: Site) -> list[Result]:
    """Alternates rounds of both herds, 32 clients each time. The owner has a hundred animals in either."""
    with ExitStack() as stack:
        few, many = (stack.enter_context(_farm(site, animals)) for animals in (FEW, MANY))
        return [_compare(name, requests, few, many) for name, requests in _cases().items()]


def _compare(name: str, requests: list[str], few: str, many: str) -> Result:
    ours, baseline = [], []
    for _ in range(ROUNDS):
        baseline.append(load.rate(few, requests, seconds=SECONDS)["p99_ms"])
        ours.append(load.rate(many, requests, seconds=SECONDS)["p99_ms"])
    return compared(
        f"{name}, p99", ours, baseline, unit=" ms", ratio_at_most=3.0, note=f"{MANY:,} animals; baseline: {FEW:,}"
    )


def _cases() -> dict[str, list[str]]:
    chance = random.Random(1)  # noqa: S311
    places = [f"{chance.uniform(36, 42):.4f},{chance.uniform(26, 45):.4f}" for _ in range(500)]
    prices = [chance.uniform(3, 7) for _ in range(500)]
    wanted = f"/api/v1/livestock?livestock_type_id={SHEEP}&status=available&currency=USD"
    return {
        "list": [load.get("/api/v1/livestock?limit=50")],
        "filter": [load.get(f"{wanted}&min_price_per_kg={low:.2f}&max_price_per_kg={low + 1:.2f}") for low in prices],
        "near me": [load.get(f"/api/v1/livestock?sort=distance&near={place}") for place in places],
        "my livestock": [load.get("/api/v1/my-livestock?limit=50", token(OWNER))],
    }


@contextmanager
def _farm(site: Site, animals: int) -> Iterator[str]:
    """The API of a farm with so many animals, in a process of its own."""
    with api(site, "farm", asyncio.run(_seeded(site, animals)), ready="/api/v1/livestock?limit=1") as url:
        yield url


async def _seeded(site: Site, animals: int) -> str:
    name = f"farm_{animals}"
    database = await seeds.database_of(service, site.scratch, name)
    connection = await asyncpg.connect(database)
    await connection.execute(f"SET herds.farms = {FARMS}; SET herds.animals = {animals}")
    await connection.execute(HERDS.read_text(), timeout=120)
    await connection.close()
    await seeds.settle(database)
    return database
