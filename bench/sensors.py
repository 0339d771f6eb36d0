"""(m) Readings by MQTT until they are stored, against bare COPY; a year's chart among few and many sensors."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import secrets
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from uuid import UUID

import asyncpg
from aiomqtt import Client, ProtocolVersion

from amigok_chassis.ids import new_id
from amigok_chassis.patience import until
from bench import load, seeds
from bench.barns import made
from bench.results import Result, compared
from bench.site import Site, api
from bench.tokens import token
from stream.main import service

FEW, MANY = 10, 1_000
ROUNDS = 3
SECONDS = 4.0
DEVICES, MESSAGES, READINGS, SENSORS = 5, 40, 100, 10
"""So many devices send so many messages of so many readings, each of several sensors."""
AT_ONCE = 10
YEARS = Path(__file__).with_name("sensors.sql")
_COLUMNS = ["sensor_id", "recorded_at", "value"]


def measure(site: Site) -> list[Result]:
    """First what arrives, then charts of two databases of their own."""
    taken = asyncio.run(_intake(site))
    with ExitStack() as stack:
        few, many = (stack.enter_context(_year(site, count)) for count in (FEW, MANY))
        return [taken, _chart(few, many)]


async def _intake(site: Site) -> Result:
    ours, baseline = [], []
    connection = await asyncpg.connect(site.stream_database)
    await connection.execute("CREATE TABLE bare (sensor_id uuid, recorded_at timestamptz, value double precision)")
    await connection.execute("ALTER TABLE bare ADD PRIMARY KEY (sensor_id, recorded_at)")
    for _ in range(ROUNDS):
        baseline.append(await _copied(connection))
        ours.append(await _published(site, connection))
    await connection.close()
    note = f"messages of {READINGS}, QoS 1; baseline: COPY into a table with the same key"
    return compared("readings by MQTT to stored", ours, baseline, at_least=3_000, note=note)


async def _copied(connection: asyncpg.Connection) -> float:
    count, sensors = DEVICES * MESSAGES * READINGS, [new_id() for _ in range(SENSORS)]
    began = datetime.now(UTC)
    rows = [(sensors[n % SENSORS], began + timedelta(seconds=n), 20.5) for n in range(count)]
    start = time.monotonic()
    for at in range(0, count, 5_000):
        await connection.copy_records_to_table("bare", records=rows[at : at + 5_000], columns=_COLUMNS)
    return count / (time.monotonic() - start)


async def _published(site: Site, connection: asyncpg.Connection) -> float:
    logins = [await _registered(connection) for _ in range(DEVICES)]
    total = "SELECT coalesce(sum(count), 0) FROM reading_days"
    wanted = await connection.fetchval(total) + DEVICES * MESSAGES * READINGS
    start = time.monotonic()
    await asyncio.gather(*(_publish(site, *login) for login in logins))

    async def are_stored() -> bool:
        return bool(await connection.fetchval(total) >= wanted)

    await until(are_stored)
    return DEVICES * MESSAGES * READINGS / (time.monotonic() - start)


async def _registered(connection: asyncpg.Connection) -> tuple[UUID, str]:
    device_id, secret = new_id(), secrets.token_urlsafe(32)
    await connection.execute(
        "INSERT INTO devices (id, version, name, serial, farm_id, created_at, created_by, registered_at, heard_at)"
        " VALUES ($1, 1, 'Barn', $2, $1, now(), $1, now(), now())",
        device_id,
        str(device_id),
    )
    digest = hashlib.sha256(secret.encode()).digest()
    row = "INSERT INTO device_credentials (digest, device_id, created_at) VALUES ($1, $2, now())"
    await connection.execute(row, digest, device_id)
    return device_id, secret


async def _publish(site: Site, device_id: UUID, secret: str) -> None:
    at, free = urlsplit(site.mqtt), asyncio.Semaphore(AT_ONCE)
    client = Client(
        at.hostname or "",
        at.port or 0,
        username=str(device_id),
        password=secret,
        identifier=str(device_id),
        protocol=ProtocolVersion.V311,
        timeout=120,
        logger=logging.getLogger("silent"),
    )
    async with client:

        async def publish(message: int) -> None:
            async with free:
                await client.publish(f"devices/{device_id}/readings", _message(message), qos=1)

        await asyncio.gather(*map(publish, range(MESSAGES)))


def _message(number: int) -> str:
    began = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=2)
    return json.dumps(
        [
            {
                "sensor": f"s{at % SENSORS}",
                "type": "temperature",
                "value": 20.5,
                "recorded_at": (began + timedelta(seconds=number * READINGS + at)).isoformat(),
            }
            for at in range(READINGS)
        ]
    )


def _chart(few: str, many: str) -> Result:
    now = datetime.now(UTC)
    query = urlencode({"from": (now - timedelta(days=365)).isoformat(), "until": now.isoformat()})
    path, bearer = f"/api/v1/sensors/{made('sensor7')}/readings?{query}", token(made("hand"), "farm_staff")
    ours, baseline = [], []
    for _ in range(ROUNDS):
        baseline.append(load.rate(few, [load.get(path, bearer)], seconds=SECONDS)["p50_ms"])
        ours.append(load.rate(many, [load.get(path, bearer)], seconds=SECONDS)["p50_ms"])
    note = f"{MANY:,} sensors; baseline: {FEW}"
    return compared("a year's chart, p50", ours, baseline, unit=" ms", ratio_at_most=1.5, note=note)


@contextmanager
def _year(site: Site, count: int) -> Iterator[str]:
    """The API of stream with so many sensors, in a process of its own."""
    with api(site, "stream", asyncio.run(_seeded(site, count)), ready="/health/ready") as url:
        yield url


async def _seeded(site: Site, count: int) -> str:
    name = f"stream_{count}"
    database = await seeds.database_of(service, site.scratch, name)
    connection = await asyncpg.connect(database)
    await connection.execute(f"SET sensors.count = {count}")
    await connection.execute(YEARS.read_text(), timeout=120)
    await connection.close()
    await seeds.settle(database)
    return database
