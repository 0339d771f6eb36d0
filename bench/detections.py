"""(k) Detections: batches of 100 through the API, and last seen and history at 10 million against 100,000."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import httpx

from amigok_chassis import clock
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from bench import child, load, seeds
from bench.results import Result, compared
from bench.site import Site, api
from bench.tokens import token
from stream.detections import parts
from stream.main import service
from stream.settings import Settings

FEW, MANY = 100_000, 10_000_000
ROUNDS = 3
SECONDS = 4.0
BATCH, BATCHES = 100, 150
FARMS = Path(__file__).with_name("detections.sql")
LOGINS = (("device1", "secret"), ("device2", "secret2"))


def made(name: str) -> UUID:
    """The id that the script makes of a name."""
    return UUID(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest())


OWNER, SHEEP = made("owner"), made("animal500")


def measure(site: Site) -> list[Result]:
    """First what people ask, while nothing is written; then batches."""
    with ExitStack() as stack:
        (few, database), (many, _) = (stack.enter_context(_stream(site, rows)) for rows in (FEW, MANY))
        asked = [
            _asked(few, many, "last seen, p50", f"/api/v1/livestock/{SHEEP}/last-seen"),
            _asked(few, many, "a page of history, p50", f"/api/v1/livestock/{SHEEP}/detection-history?limit=50"),
        ]
        return [*asked, _sent(few, database)]


def _asked(few: str, many: str, name: str, path: str) -> Result:
    bearer, ours, baseline = token(OWNER, "investor"), [], []
    for _ in range(ROUNDS):
        baseline.append(load.rate(few, [load.get(path, bearer)], seconds=SECONDS)["p50_ms"])
        ours.append(load.rate(many, [load.get(path, bearer)], seconds=SECONDS)["p50_ms"])
    note = f"{MANY:,} detections; baseline: {FEW:,}"
    return compared(name, ours, baseline, unit=" ms", ratio_at_most=1.5, note=note)


def _sent(url: str, database: str) -> Result:
    ours = [child.run("detections:send", url=url)["rate"] for _ in range(ROUNDS)]
    baseline = [asyncio.run(copy(database)) for _ in range(ROUNDS)]
    note = f"{BATCH} in a request, two devices; baseline: bare COPY"
    return compared("detections stored", ours, baseline, at_least=3_000, note=note)


async def send(url: str) -> dict[str, float]:
    """Sends batches of both devices, each its next one after the answer."""

    async def device(name: str, secret: str) -> None:
        auth = httpx.BasicAuth(str(made(name)), secret)
        async with httpx.AsyncClient(base_url=url, auth=auth, timeout=60) as client:
            for number in range(BATCHES):
                answer = await client.post("/api/v1/jetson/detection-events", json=batch(name, number))
                answer.raise_for_status()
                assert answer.json()["new"] == BATCH, answer.text[:500]

    begun = time.monotonic()
    await asyncio.gather(*(device(*login) for login in LOGINS))
    return {"rate": len(LOGINS) * BATCHES * BATCH / (time.monotonic() - begun)}


def batch(device: str, number: int) -> dict[str, Any]:
    """A hundred detections of thirty animals by the cameras of a device, in some seconds."""
    now, first = clock.now(), int(device[-1]) - 1
    box = {"x": 0.25, "y": 0.5, "width": 0.125, "height": 0.2}
    return {
        "detections": [
            {
                "event_id": str(new_id()),
                "camera_id": str(made(f"camera{first + at % 10 * 2}")),
                "card": f"TAG{(number * 30 + at % 30) % 500 + first * 500 + 1}",
                "confidence": 0.87,
                "box": box,
                "detected_at": (now - timedelta(milliseconds=40 * at)).isoformat(),
                "model_version": "sheep-cards-4.2",
            }
            for at in range(BATCH)
        ]
    }


async def copy(database: str) -> float:
    """Rows a second by COPY into the table itself with its indexes, on one connection."""
    connection = await asyncpg.connect(database)
    now, begun = clock.now(), time.monotonic()
    names = ("device_id", "event_id", "detected_at", "device_at", "received_at", "livestock_id", "camera_id", "farm_id")
    more = ("position", "marks", "confidence", "card", "card_key")
    for _ in range(BATCHES):
        rows = [
            (made("device1"), new_id(), now, now, now, SHEEP, made("camera0"), made("farm"), 0, 0, 9000, "TAG1", "TAG1")
            for _ in range(BATCH)
        ]
        await connection.copy_records_to_table("detections", records=rows, columns=names + more)
    await connection.close()
    return BATCHES * BATCH / (time.monotonic() - begun)


@contextmanager
def _stream(site: Site, rows: int) -> Iterator[tuple[str, str]]:
    """The API of stream with so many detections, in a process of its own, and its database."""
    database = asyncio.run(_seeded(site, rows))
    with api(site, "stream", database, ready="/health/ready") as url:
        yield url, database


async def _seeded(site: Site, rows: int) -> str:
    name = f"stream_{rows}"
    database = await seeds.database_of(service, site.scratch, name)
    await sow(database, rows)
    await seeds.settle(database)
    return database


async def sow(database: str, rows: int) -> None:
    """Fills a database of stream with a farm, its devices, and so many detections."""
    db = Database(database, pool_size=1, name="bench", settings=Settings())
    async with db.unit_of_work() as work:
        await parts.maintain(work)
    await db.close()
    connection = await asyncpg.connect(database)
    await connection.execute(f"SET detections.rows = {rows}")
    await connection.execute(FARMS.read_text(), timeout=1_800)
    await connection.close()
