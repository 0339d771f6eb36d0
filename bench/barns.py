"""(i) The barn: meals logged in bulk, and the day's list of a farm with 100 animals and with 10,000."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import UUID

import asyncpg
import httpx

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from bench import child, load, seeds
from bench.results import Result, compared
from bench.site import Site, api
from bench.tokens import token
from feed.main import service

FEW, MANY = 100, 10_000
ROUNDS = 3
SECONDS = 4.0
AT_ONCE = 1_000
PHONES = 2
"""So many send at the same time."""
HOURS = (-2, 0, 2)
"""When the meals are due, in hours from the beginning: a feeding counts for a meal within half a day."""
BARNS = Path(__file__).with_name("barns.sql")


def made(name: str) -> UUID:
    """The id that the script makes of a name."""
    return UUID(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest())


FARM, HAND = made("farm"), made("hand")


def measure(site: Site) -> list[Result]:
    """First the lists, while no meal is logged; then the meals of the large farm, each round those of one hour."""
    with ExitStack() as stack:
        few, many = (stack.enter_context(_feed(site, animals)) for animals in (FEW, MANY))
        return [*_lists(few, many), _logs(many)]


def _lists(few: str, many: str) -> list[Result]:
    bearer = token(HAND, "farm_staff")
    path = f"/api/v1/staff/feeding-tasks?farm_id={FARM}&limit=50"
    ours, baseline = [], []
    for _ in range(ROUNDS):
        baseline.append(load.rate(few, [load.get(path, bearer)], seconds=SECONDS)["p50_ms"])
        ours.append(load.rate(many, [load.get(path, bearer)], seconds=SECONDS)["p50_ms"])
    note = f"{MANY:,} animals; baseline: {FEW:,}"
    return [compared("a page of the day's list, p50", ours, baseline, unit=" ms", ratio_at_most=3.0, note=note)]


def _logs(url: str) -> Result:
    bearer = token(HAND, "farm_staff")
    rates = [child.run("barns:log", url=url, bearer=bearer, hour=hour, animals=MANY)["rate"] for hour in HOURS]
    return Result(
        name="meals logged in bulk",
        value=sorted(rates)[len(rates) // 2],
        at_least=2_000,
        note=f"{AT_ONCE:,} in a request, {PHONES} phones",
        rounds={"ours": rates},
    )


async def log(url: str, bearer: str, hour: int, animals: int) -> dict[str, float]:
    """Logs the meals of an hour, 1,000 in a request, two requests at once."""
    bodies = iter([_body(range(first, first + AT_ONCE), hour) for first in range(1, animals + 1, AT_ONCE)])
    headers = {"Authorization": f"Bearer {bearer}"}
    async with httpx.AsyncClient(base_url=url, headers=headers, timeout=60) as client:

        async def phone() -> None:
            for body in bodies:
                answer = await client.post("/api/v1/staff/feeding-log/bulk", json=body)
                answer.raise_for_status()
                assert all(item["code"] is None for item in answer.json()["items"]), answer.text[:500]

        begun = time.monotonic()
        await asyncio.gather(*(phone() for _ in range(PHONES)))
        return {"rate": animals / (time.monotonic() - begun)}


def _body(numbers: range, hour: int) -> dict[str, object]:
    now = clock.now().isoformat()
    return {
        "feedings": [
            {
                "client_id": str(new_id()),
                "livestock_id": str(made(f"animal{number}")),
                "meal_id": str(made(f"meal{number} {hour}")),
                "fed_at": now,
            }
            for number in numbers
        ]
    }


@contextmanager
def _feed(site: Site, animals: int) -> Iterator[str]:
    """The API of feed for a farm with so many animals, in a process of its own."""
    with api(site, "feed", asyncio.run(_seeded(site, animals)), ready="/health/ready") as url:
        yield url


async def _seeded(site: Site, animals: int) -> str:
    name = f"feed_{animals}"
    database = await seeds.database_of(service, site.scratch, name)
    await sow(database, animals)
    await seeds.settle(database)
    return database


async def sow(database: str, animals: int) -> None:
    """Fills a database of feed with a farm of so many animals."""
    connection = await asyncpg.connect(database)
    await connection.execute(f"SET barns.animals = {animals}")
    await connection.execute(BARNS.read_text(), timeout=120)
    await connection.close()
