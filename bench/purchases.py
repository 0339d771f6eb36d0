"""(u) Purchases of the platform's animals: from the request to buy until money and animal have changed hands."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import asyncpg
import httpx

from amigok.errors import Failure
from amigok_chassis.ids import new_id
from bench import child, cpu
from bench.results import Result
from bench.site import Site
from bench.tokens import token

COUNT = 1_200
AT_ONCE = 64
"""So many buyers, each of whom buys again when the last purchase is completed."""

PAUSE = 0.02
PRICE = {"amount": "1.00", "currency": "USD"}

_TIMES = """
SELECT count(*) / extract(epoch FROM max(ended_at) - min(placed_at)) AS rate,
    percentile_cont(ARRAY[0.5, 0.9, 0.99]) WITHIN GROUP (ORDER BY extract(epoch FROM ended_at - placed_at)) AS seconds
FROM orders WHERE state = 'completed'
"""
_ENDED = "SELECT id, state FROM orders WHERE id = ANY($1) AND ended_at IS NOT NULL"


def measure(site: Site) -> list[Result]:
    """Lists as many animals as are bought, buys them all, and reads from the orders when each was completed."""
    admin = token(new_id(), "admin")
    listed = child.run("purchases:listed", url=site.gateway, admin=admin, count=COUNT)
    buyers = [token(user) for user in site.users]
    before = cpu.spent()
    child.run("purchases:buy", url=site.gateway, database=site.market_database, listed=listed, buyers=buyers)
    spent = {name: (seconds - before.get(name, 0)) / COUNT for name, seconds in cpu.spent().items()}
    found = asyncio.run(_times(site.market_database))
    median, most, p99 = found["seconds"]
    spread = f"p50 {median:.2f} s, p90 {most:.2f} s to completed; {AT_ONCE} buyers"
    shares = ", ".join(f"{name} {1000 * spent[name]:.1f}" for name in sorted(spent, key=spent.__getitem__)[:-9:-1])
    return [
        Result(name="purchases end to end", value=float(found["rate"]), at_least=60, note=spread),
        Result(name="a purchase until it is completed, p99", value=float(p99), unit=" s", at_most=1.5),
        Result(name="CPU of a purchase", value=1000 * sum(spent.values()), unit=" ms", at_most=180, note=shares),
    ]


async def listed(url: str, admin: str, count: int) -> list[list[str]]:
    """Registers animals of the platform and offers them. Returns the id and the listing of each."""
    async with _client(url, admin) as http:
        kind = await _post(http, "admin/livestock-types", name="Sheep")
        breed = await _post(http, "admin/livestock-breeds", livestock_type_id=kind["id"], name="Dorper")
        place = {"address": "Bornova", "latitude": 38.4, "longitude": 27.2, "capacity": count}
        farm = await _post(http, "admin/farms", name="Hill Farm", **place)
        free = asyncio.Semaphore(16)

        async def one(number: int) -> list[str]:
            tag = f"P{number:06d}"
            animal = {
                "farm_id": farm["id"],
                "breed_id": breed["id"],
                "tag_number": tag,
                "unique_id_card": tag,
                "sex": "female",
                "weight_kg": "10",
                "price_per_kg": {"amount": "0.10", "currency": "USD"},
            }
            async with free:
                livestock_id = (await _post(http, "admin/livestock", **animal))["id"]
                return [livestock_id, await _offered(http, livestock_id)]

        return list(await asyncio.gather(*(one(number) for number in range(count))))


async def buy(url: str, database: str, listed: Sequence[Sequence[str]], buyers: Sequence[str]) -> None:
    """Buys each of them, some at once, each by another user. `Failure` if a purchase is not completed."""
    wanted = iter(zip(listed, itertools.cycle(buyers), strict=False))
    waiting: dict[UUID, asyncio.Future[str]] = {}
    async with _client(url, "") as http:

        async def buyer() -> None:
            for (livestock_id, listing_id), bearer in wanted:
                path = f"/api/v1/marketplace/livestock/{livestock_id}/buy"
                headers = {"Authorization": f"Bearer {bearer}", "Idempotency-Key": new_id().hex}
                answer = await http.post(path, json={"listing_id": listing_id, "price": PRICE}, headers=headers)
                order_id = UUID(answer.raise_for_status().json()["id"])
                waiting[order_id] = ended = asyncio.get_running_loop().create_future()
                if (state := await ended) != "completed":
                    raise Failure(f"a purchase is {state}")

        watching = asyncio.create_task(_watch(database, waiting))
        await asyncio.gather(*(buyer() for _ in range(AT_ONCE)))
        watching.cancel()


async def _watch(database: str, waiting: dict[UUID, asyncio.Future[str]]) -> None:
    """Tells each buyer how the order has ended: who asks the API again and again would be measured, too."""
    connection = await asyncpg.connect(database)
    while True:
        for id, state in await connection.fetch(_ENDED, list(waiting)):
            waiting.pop(id).set_result(state)
        await asyncio.sleep(PAUSE)


def _client(url: str, bearer: str) -> httpx.AsyncClient:
    headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
    return httpx.AsyncClient(base_url=url, headers=headers, timeout=60)


async def _post(http: httpx.AsyncClient, path: str, **body: Any) -> Any:
    answer = await http.post(f"/api/v1/{path}", json=body)
    if not answer.is_success:
        raise Failure(f"{path}: {answer.text}")
    return answer.json()


async def _offered(http: httpx.AsyncClient, livestock_id: str) -> str:
    """Offers an animal as soon as the marketplace knows it. Returns the id of its listing."""
    body = {"livestock_id": livestock_id, "price": PRICE}
    while True:
        answer = await http.post("/api/v1/admin/marketplace/livestock", json=body)
        if answer.is_success:
            return str(UUID(answer.json()["id"]))
        if answer.status_code != 404:
            raise Failure(answer.text)
        await asyncio.sleep(0.1)


async def _times(database: str) -> Any:
    """How many were completed a second, and after how long."""
    connection = await asyncpg.connect(database)
    try:
        return await connection.fetchrow(_TIMES)
    finally:
        await connection.close()
