"""(l) 500 clients on the stream of notifications, and 100 events a second."""

from __future__ import annotations

import asyncio
import json
import re
import time
from statistics import median
from urllib.parse import urlsplit
from uuid import UUID

import httpx
from sqlalchemy import event as sql

from amigok_chassis.ids import new_id
from amigok_chassis.runtime import Runtime
from amigok_chassis.service import Noun, Service
from amigok_chassis.settings import Settings
from amigok_chassis.testing import FLEET_KEY, SECRET_KEY
from bench import child, seeds
from bench.results import Result
from bench.site import Site, api
from bench.tokens import token
from notification.main import service
from notification.settings import Settings as Own
from notification.stream import service as stream
from notification.stream.log import number_entries

CLIENTS = 500
PER_SECOND = 100
SECONDS = 10
RECIPIENTS = 2
"""Each event tells two of them, as an order tells its parties."""

ROUNDS = 3
PATH = "/api/v1/notifications/stream"

worker = Service("notification", [Noun(tasks=[number_entries])], service.metadata, settings=Own)
"""What of the service's worker has to do with the stream."""


def measure(site: Site) -> list[Result]:
    """The API in one process, the worker that commits and numbers in another, Redis between them."""
    database = asyncio.run(seeds.database_of(service, site.scratch, "notification_stream"))
    with api(site, "notification", database, ready="/health/ready") as url:
        idle = _metric(url, "process_resident_memory_bytes")
        waits = [_round(site, url, database) for _ in range(ROUNDS)]
        grown = (_metric(url, "process_resident_memory_bytes") - idle) / 2**20
    note = f"{CLIENTS} clients, {PER_SECOND} events a second for {RECIPIENTS} each"
    return [
        Result(name="commit to client, p99", value=median(waits), unit=" ms", at_most=1000.0, note=note),
        Result(name="memory of the clients", value=grown, unit=" MiB", note="by so much the process grew"),
    ]


def _round(site: Site, url: str, database: str) -> float:
    users = [new_id() for _ in range(CLIENTS)]
    bearers = [token(user) for user in users]
    listening = child.Child("streams:listen", {"url": url, "bearers": bearers})
    try:
        while _metric(url, "amigok_stream_clients") < CLIENTS:
            time.sleep(0.1)
        places = {"database": database, "broker": site.broker, "redis": site.redis}
        committed = child.run("streams:speak", users=[str(user) for user in users], **places)
        heard = listening.result(seconds=60)
    finally:
        listening.end()
    waited = sorted((heard[number] - at) / 1e6 for number, at in committed.items())
    return float(waited[len(waited) * 99 // 100])


def _metric(url: str, name: str) -> float:
    found = re.search(rf"^{name} (\S+)$", httpx.get(f"{url}/metrics").text, re.MULTILINE)
    return float(found[1]) if found else 0.0


async def speak(database: str, broker: str, redis: str, users: list[str]) -> dict[str, int]:
    """Commits events that tell some of the users. Returns when each was committed (ns), by recipient."""
    settings = Settings(
        role="worker",
        database_url=database,
        broker_url=broker,
        redis_url=redis,
        secret_key=SECRET_KEY,
        fleet_key=FLEET_KEY,
    )
    committed: dict[str, int] = {}
    runtime = Runtime(worker, settings)
    async with runtime.running(), asyncio.TaskGroup() as group:
        begun = asyncio.get_running_loop().time()
        for number in range(PER_SECOND * SECONDS):
            await asyncio.sleep(begun + number / PER_SECOND - asyncio.get_running_loop().time())
            group.create_task(_tell(runtime, users, number, committed))
        await asyncio.sleep(2)
    return committed


async def _tell(runtime: Runtime, users: list[str], number: int, committed: dict[str, int]) -> None:
    told = [number * RECIPIENTS + at for at in range(RECIPIENTS)]
    async with runtime.db.unit_of_work() as session:
        sql.listen(
            session.sync_session,
            "after_commit",
            lambda _: committed.update(dict.fromkeys(map(str, told), time.monotonic_ns())),
        )
        await stream.push(session, "notice", {UUID(users[each % len(users)]): {"number": each} for each in told})


async def listen(url: str, bearers: list[str]) -> dict[str, int]:
    """Clients that listen until everything was told. Returns when each part was heard (ns)."""
    heard: dict[str, int] = {}
    clients = [asyncio.create_task(_client(url, bearer, heard)) for bearer in bearers]
    while len(heard) < PER_SECOND * SECONDS * RECIPIENTS:  # noqa: ASYNC110  many clients hear
        await asyncio.sleep(0.05)
    for client in clients:
        client.cancel()
    return heard


async def _client(url: str, bearer: str, heard: dict[str, int]) -> None:
    address = urlsplit(url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    writer.write(f"GET {PATH} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {bearer}\r\n\r\n".encode())
    while line := await reader.readline():
        if line.startswith(b'data: {"number'):
            heard[str(json.loads(line[6:])["number"])] = time.monotonic_ns()
