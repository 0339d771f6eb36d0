"""(s) Facts from the queue to ClickHouse; (o) what an owner's animals brought, among many facts and few."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import aio_pika
import httpx

from amigok import ports, web
from amigok.errors import Failure
from amigok.processes import spawn
from amigok_chassis import topology
from amigok_chassis.ids import new_id
from amigok_chassis.patience import until
from amigok_chassis.testing import SECRET_KEY
from amigok_contracts import Event, routing_key
from amigok_contracts.barn import Feeding, FeedingsLogged
from amigok_contracts.money import Money
from amigok_contracts.wallet import TransferCompleted
from analytics.engine import Engine, schema
from analytics.main import service
from analytics.returns import present
from analytics.returns.results import Period
from analytics.returns.schemas import ReturnsAsk
from analytics.returns.service import account
from analytics.scopes.service import NIL, Scope
from bench import child, seeds
from bench.results import Result, compared
from bench.site import Site

ROUNDS = 3
EVENTS = 10_000
"""Of money, with four facts each; beside each ten of them, one with the meals of a pen."""
PEN = 50
GATHERED = 500
FEW, MANY = 100_000, 10_000_000
LINES = 100
"""Facts of one owner."""
ASKED = 200
SECRET = "bench"  # noqa: S105

_SEED = """
    INSERT INTO lines (owner, livestock_id, kind, reference_id, at, amount_minor, currency, event_id, version)
    WITH id -> toUUID(concat('00000000-0000-0000-0000-', leftPad(hex(id), 12, '0'))) AS uuid
    SELECT uuid(intDiv(number, {lines}) + 1), uuid(intDiv(number, 10) + 1),
        ['purchase', 'feed', 'care', 'sale', 'sale_fee'][number % 5 + 1], uuid(number),
        toDateTime64('2026-01-01 00:00:00', 6, 'UTC') + number % 30000000, toInt64(number % 50000) - 20000, 'EUR',
        uuid(number), 1
    FROM numbers({start}, {count})
"""
_ANIMALS = 10
"""Facts of one animal."""
_SEED_HERD = """
    INSERT INTO ownerships (livestock_id, at, owner, how, event_id, version)
    WITH id -> toUUID(concat('00000000-0000-0000-0000-', leftPad(hex(id), 12, '0'))) AS uuid
    SELECT uuid(number + 1), toDateTime64('2025-12-31 00:00:00', 6, 'UTC'), uuid(intDiv(number, {each}) + 1), 'bought',
        uuid(number), 1
    FROM numbers({count})
"""
_SEED_VALUES = """
    INSERT INTO valuations (livestock_id, at, source_id, value_minor, currency, how, event_id, version)
    WITH id -> toUUID(concat('00000000-0000-0000-0000-', leftPad(hex(id), 12, '0'))) AS uuid
    SELECT uuid(number + 1), toDateTime64('2025-12-31 00:00:00', 6, 'UTC'), uuid(number), 24000, 'EUR', 'weighed',
        uuid(number), 1
    FROM numbers({count})
"""


def flow(site: Site) -> list[Result]:
    """A queue filled beforehand, read by one worker until all facts can be asked for."""
    with _engine() as url:
        rates = [asyncio.run(_flow(site, url, number)) for number in range(ROUNDS)]
    note = f"one worker; {EVENTS:,} events of money and {EVENTS // 10:,} of {PEN} meals"
    return [
        Result(
            name="facts from the queue to ClickHouse",
            value=sorted(rates)[ROUNDS // 2],
            at_least=10_000,
            note=note,
            rounds={"ours": rates},
        )
    ]


def returns(site: Site) -> list[Result]:
    """What an owner's animals brought, from their lines to both rates of return, p95."""
    with _engine() as url:
        for count in (FEW, MANY):
            asyncio.run(_seed(url, count))
        ours, baseline = [], []
        for _ in range(ROUNDS):
            baseline.append(child.run("facts:ask", url=f"{url}/facts_{FEW}", owners=FEW // LINES)["p95_ms"])
            ours.append(child.run("facts:ask", url=f"{url}/facts_{MANY}", owners=MANY // LINES)["p95_ms"])
    name, note = "an owner's return among 10 million facts, p95", f"baseline: among {FEW:,}"
    ratio = compared(name, ours, baseline, unit=" ms", ratio_at_most=2.0, note=note)
    return [ratio, Result(name=f"{name}, in time", value=ratio.value, unit=" ms", at_most=200.0)]


async def ask(url: str, owners: int) -> dict[str, float]:
    """Asks for one owner after the other."""
    took: list[float] = []
    asked, period = ReturnsAsk(), Period(None, datetime.now(UTC) + timedelta(days=366))
    async with httpx.AsyncClient() as http:
        engine = Engine(http, url, seconds=10, memory=500_000_000)
        for number in range(ASKED + 10):
            owner = UUID(int=number * 7919 % owners + 1)
            begun = time.monotonic()
            mine = Scope("mine", "owner = {owner:UUID}", "true", {"nil": NIL, "owner": owner}, owner)
            found = await account(engine, mine, period, asked)
            shown = [present.roi(each, asked, period) for each in found.results]
            took.append(time.monotonic() - begun)
            assert sum(len(each.lines) for each in found.positions) == LINES, shown
    return {"p95_ms": sorted(took[10:])[int(ASKED * 0.95)] * 1000}


async def _seed(url: str, count: int) -> None:
    async with httpx.AsyncClient() as http:
        engine = Engine(http, f"{url}/facts_{count}", seconds=100, memory=1_000_000_000)
        await schema.make(engine)
        for start in range(0, count, 1_000_000):
            few = min(count - start, 1_000_000)
            await engine.execute(_SEED.format(lines=LINES, start=start, count=few))
        await engine.execute(_SEED_HERD.format(each=LINES // _ANIMALS, count=count // _ANIMALS))
        await engine.execute(_SEED_VALUES.format(count=count // _ANIMALS))


async def _flow(site: Site, url: str, number: int) -> float:
    name = f"analytics_{number}"
    database = await seeds.database_of(service, site.scratch, name)
    await _fill(site.broker)
    async with httpx.AsyncClient() as http:
        engine = Engine(http, f"{url}/{name}", seconds=10, memory=500_000_000)
        await schema.make(engine)
        wanted = {"transfers": EVENTS, "lines": 2 * EVENTS, "activity": EVENTS, "meals": EVENTS // 10 * PEN}

        async def all_there() -> bool:
            counts = [f"(SELECT count() FROM {table}) = {count}" for table, count in wanted.items()]
            (row,) = await engine.query(f"SELECT {' AND '.join(counts)} AS done")
            return bool(row["done"])

        with _worker(site, database, engine.url):
            begun = time.monotonic()
            await until(all_there)
            return sum(wanted.values()) / (time.monotonic() - begun)


async def _fill(broker: str) -> None:
    """The firehose, with nothing but these events."""
    events = [each for at in range(EVENTS) for each in _said(at)]
    async with await aio_pika.connect(broker) as connection:
        channel = await connection.channel(publisher_confirms=True)
        await channel.queue_delete(service.queue("events"))
        await topology.declare(channel, service)
        exchange = await channel.get_exchange(topology.EVENTS)
        for start in range(0, len(events), GATHERED):
            batch = events[start : start + GATHERED]
            sent = (exchange.publish(_message(event), routing_key(event), mandatory=False) for event in batch)
            await asyncio.gather(*sent)


def _said(at: int) -> Iterator[Event]:
    people = [UUID(int=(7 << 80) + at % 1000), UUID(int=(7 << 80) + at * 7 % 1000 + 1000)]
    amount = Money.of_minor(100 + at, "EUR")
    yield TransferCompleted(transfer_id=new_id(), sender_id=people[0], recipient_id=people[1], amount=amount)
    if at % 10 == 0:
        now = datetime.now(UTC)
        yield FeedingsLogged(farm_id=new_id(), recorded_at=now, feedings=tuple(_meal(now) for _ in range(PEN)))


def _meal(now: datetime) -> Feeding:
    values = {"meal_id": None, "outcome": "fed", "kg": "1.25", "is_estimated": False, "replaces_id": None}
    return Feeding.model_validate({"feeding_id": new_id(), "livestock_id": new_id(), "fed_at": now, **values})


def _message(event: Event) -> aio_pika.Message:
    return aio_pika.Message(
        event.model_dump_json().encode(),
        content_type="application/json",
        delivery_mode=aio_pika.DeliveryMode.PERSISTENT,
        headers={
            "cloudEvents_id": str(new_id()),
            "cloudEvents_type": event.type,
            "cloudEvents_subject": event.subject,
            "cloudEvents_time": datetime.now(UTC).isoformat(),
            "cloudEvents_dataversion": event.version,
        },
    )


@contextmanager
def _engine() -> Iterator[str]:
    """A private engine, as the local run has one. Its URL has no database yet."""
    port = ports.choose()
    with tempfile.TemporaryDirectory(prefix="amigok-bench-engine-") as folder:
        told = {"PATH": folder, "PORT": str(port), "SECRET": SECRET}
        environment = {**os.environ, **{f"ANALYTICS_ENGINE_{name}": value for name, value in told.items()}}
        log = Path(folder) / "log"
        process = spawn([sys.executable, "-m", "analytics.engine"], log=log, environment=environment)
        try:
            deadline = time.monotonic() + 30
            while not web.is_success(f"http://127.0.0.1:{port}/ping"):
                if process.poll() is not None or time.monotonic() > deadline:
                    raise Failure(f"the engine does not start: {log.read_text()[-500:]}")
                time.sleep(0.1)
            yield f"http://default:{SECRET}@127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()


@contextmanager
def _worker(site: Site, database: str, url: str) -> Iterator[None]:
    """A worker of the service, as one container runs it."""
    wiring = {
        "AMIGOK_ROLE": "worker",
        "AMIGOK_PORT": str(ports.choose()),
        "AMIGOK_DATABASE_URL": database,
        "AMIGOK_BROKER_URL": site.broker,
        "AMIGOK_REDIS_URL": site.redis,
        "AMIGOK_JWKS_URL": site.jwks,
        "AMIGOK_LOG_LEVEL": "warning",
        "AMIGOK_SECRET_KEY": SECRET_KEY,
        "AMIGOK_STORAGE_URL": "memory:///",
        "ANALYTICS_CLICKHOUSE_URL": url,
    }
    argv = [sys.executable, "-c", "from amigok.services import run; run('analytics')"]
    with tempfile.TemporaryDirectory() as folder:
        process = spawn(argv, log=Path(folder) / "log", environment={**os.environ, **wiring})
        try:
            yield
        finally:
            process.terminate()
            process.wait()
