"""(b) The relay, (c) from commit to handler, (d) the consumer: the chassis's messaging on a real broker."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from statistics import median
from typing import Any

import aio_pika
import asyncpg
from aio_pika.abc import AbstractChannel, AbstractIncomingMessage
from prometheus_client import Counter
from sqlalchemy import event as sql

from amigok_chassis import metrics, outbox, topology
from amigok_chassis.consumer import PREFETCH, Consumer
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.relay import Relay
from amigok_chassis.runtime import Runtime
from amigok_chassis.settings import Settings
from amigok_chassis.testing import SECRET_KEY
from amigok_contracts import routing_key
from amigok_contracts.wallet import TransferCompleted
from bench import child, subject
from bench.results import Result, compared
from bench.site import Site

ROUNDS = 3
RELAYED = 20_000
CONSUMED = 10_000
GATHERED = 500
PER_SECOND = 200
SECONDS = 11
WARM_UP = 1
"""The first second of (c) does not count: connections open and statements are planned for the first time."""


def relay(site: Site) -> list[Result]:
    """An outbox filled beforehand, carried until it is empty; against the same bodies published by bare aio-pika."""
    ours, baseline = [], []
    for _ in range(ROUNDS):
        child.run("events:declare", broker=site.broker)
        baseline.append(child.run("events:publish", broker=site.broker, count=RELAYED)["rate"])
        child.run("events:fill_outbox", database=site.scratch, count=RELAYED)
        child.run("events:declare", broker=site.broker)
        ours.append(child.run("events:carry", database=site.scratch, broker=site.broker, count=RELAYED)["rate"])
    return [compared("relay, events", ours, baseline, at_least=2_000, note="baseline: bare aio-pika, 500 at once")]


def latency(site: Site) -> list[Result]:
    """200 events a second, with both roles in one process (the local default) and in two (production)."""
    child.run("events:fill_outbox", database=site.scratch, count=0)
    rounds: dict[str, list[dict[str, float]]] = {"one process": [], "API and worker apart": []}
    for _ in range(ROUNDS):
        for where, measured in rounds.items():
            child.run("events:declare", broker=site.broker)
            measured.append(_two(site) if "apart" in where else child.run("events:converse", **_places(site)))
    return [
        Result(
            name=f"commit to handler, {where}, {name}",
            value=median(each[name] for each in measured),
            unit=" ms",
            at_most=most,
            rounds={"ours": [each[name] for each in measured]},
        )
        for where, measured in rounds.items()
        for name, most in (("p50", 10.0), ("p99", 50.0))
    ]


def consumer(site: Site) -> list[Result]:
    """A queue filled beforehand, with inbox and one update a message; against bare aio-pika that only acknowledges."""
    ours: list[float] = []
    baseline: list[float] = []
    for _ in range(ROUNDS):
        for rates, function in ((baseline, "events:drain"), (ours, "events:consume")):
            child.run("events:declare", broker=site.broker)
            child.run("events:publish", broker=site.broker, count=CONSUMED)
            rates.append(child.run(function, count=CONSUMED, **_places(site))["rate"])
    return [compared("consumer, messages", ours, baseline, at_least=1_000, note="baseline: bare aio-pika, no database")]


def _places(site: Site) -> dict[str, str]:
    return {"database": site.scratch, "broker": site.broker}


@asynccontextmanager
async def _channel(broker: str) -> AsyncIterator[AbstractChannel]:
    async with await aio_pika.connect(broker) as connection:
        yield await connection.channel(publisher_confirms=True)


async def declare(broker: str) -> None:
    """The subject's queue, empty."""
    async with _channel(broker) as channel:
        await channel.queue_delete(subject.QUEUE)
        await topology.declare(channel, subject.service)


async def fill_outbox(database: str, count: int) -> None:
    """So many events, each of an aggregate of its own, in an outbox that was emptied."""
    connection = await asyncpg.connect(database)
    await connection.execute("TRUNCATE outbox")
    for start in range(0, count, 1000):
        rows = [outbox.row(subject.example(number)) for number in range(start, min(start + 1000, count))]
        await connection.execute(outbox.insertion(), *outbox.columns(rows))
    await connection.execute("VACUUM ANALYZE outbox")
    await connection.close()


async def carry(database: str, broker: str, count: int) -> dict[str, float]:
    """The relay at work until everything is marked as published."""
    db = Database(database, pool_size=4, name="bench")
    relay = Relay(db, broker, source="wallet")
    task = asyncio.create_task(relay.run())
    begun = await _reached(lambda: relay.connected)
    published = partial(_count, metrics.PUBLISHED, type=TransferCompleted.type)
    ended = await _reached(lambda: published() >= count)
    task.cancel()
    await db.close()
    return {"rate": count / (ended - begun)}


async def publish(broker: str, count: int) -> dict[str, float]:
    """What the relay would publish, with nothing but aio-pika."""
    events = [subject.example(number) for number in range(count)]
    messages = [
        aio_pika.Message(
            event.model_dump_json().encode(),
            content_type="application/json",
            delivery_mode=aio_pika.DeliveryMode.PERSISTENT,
            headers=_headers(event),
        )
        for event in events
    ]
    key = routing_key(TransferCompleted)
    async with _channel(broker) as channel:
        exchange = await channel.get_exchange(topology.EVENTS)
        begun = time.monotonic()
        for start in range(0, count, GATHERED):
            batch = messages[start : start + GATHERED]
            await asyncio.gather(*(exchange.publish(message, key, mandatory=False) for message in batch))
        return {"rate": count / (time.monotonic() - begun)}


def _headers(event: TransferCompleted) -> dict[str, Any]:
    return {
        "cloudEvents_id": str(new_id()),
        "cloudEvents_type": event.type,
        "cloudEvents_subject": event.subject,
        "cloudEvents_dataversion": event.version,
    }


async def consume(database: str, broker: str, count: int) -> dict[str, float]:
    """The consumer at work until every message is handled."""
    db = Database(database, pool_size=4, name="bench")
    consumer = Consumer(subject.service, db, broker)
    task = asyncio.create_task(consumer.run())
    begun = await _reached(lambda: consumer.connected)
    handled = partial(_count, metrics.CONSUMED, queue=subject.QUEUE, outcome="handled")
    ended = await _reached(lambda: handled() >= count)
    consumer.stop()
    await task
    await db.close()
    return {"rate": count / (ended - begun)}


async def drain(broker: str, count: int, database: str) -> dict[str, float]:
    """Every message acknowledged by itself, and nothing else."""
    done, seen = asyncio.Event(), 0

    async def acknowledge(message: AbstractIncomingMessage) -> None:
        nonlocal seen
        await message.ack()
        seen += 1
        if seen == count:
            done.set()

    async with _channel(broker) as channel:
        await channel.set_qos(prefetch_count=PREFETCH)
        queue = await channel.get_queue(subject.QUEUE)
        begun = time.monotonic()
        await queue.consume(acknowledge)
        await done.wait()
        return {"rate": count / (time.monotonic() - begun)}


async def converse(database: str, broker: str) -> dict[str, float]:
    """Both roles in this process: commits on the one side, handlers on the other."""
    heard = _listen()
    async with _running(database, broker, "all") as runtime:
        committed = await _speak(runtime)
        await _reached(lambda: len(heard) == len(committed))
    return _percentiles(committed, heard)


async def speak(database: str, broker: str) -> dict[str, int]:
    """The API's side alone: when each event was committed."""
    async with _running(database, broker, "api") as runtime:
        await asyncio.sleep(2)
        return await _speak(runtime)


async def hear(database: str, broker: str) -> dict[str, int]:
    """The worker's side alone: when each event reached its handler."""
    heard = _listen()
    async with _running(database, broker, "worker"):
        await _reached(lambda: len(heard) == PER_SECOND * SECONDS)
    return heard


def _two(site: Site) -> dict[str, float]:
    worker = child.Child("events:hear", _places(site))
    try:
        committed = child.run("events:speak", **_places(site))
        return _percentiles(committed, worker.result(seconds=60))
    finally:
        worker.end()


@asynccontextmanager
async def _running(database: str, broker: str, role: Any) -> AsyncIterator[Runtime]:
    runtime = Runtime(
        subject.service, Settings(role=role, database_url=database, broker_url=broker, secret_key=SECRET_KEY)
    )
    async with runtime.running():
        await _reached(lambda: not runtime.worker_state())
        yield runtime


def _listen() -> dict[str, int]:
    heard: dict[str, int] = {}
    subject.handled.append(lambda event: heard.__setitem__(event.subject, time.monotonic_ns()))
    return heard


async def _speak(runtime: Runtime) -> dict[str, int]:
    committed: dict[str, int] = {}

    async def say(number: int) -> None:
        spoken = subject.example(number)
        async with runtime.db.unit_of_work() as session:
            sql.listen(
                session.sync_session,
                "after_commit",
                lambda _: committed.__setitem__(spoken.subject, time.monotonic_ns()),
            )
            emit(session, spoken)

    async with asyncio.TaskGroup() as group:
        begun = asyncio.get_running_loop().time()
        for number in range(PER_SECOND * SECONDS):
            await asyncio.sleep(begun + number / PER_SECOND - asyncio.get_running_loop().time())
            group.create_task(say(number))
    return committed


def _percentiles(committed: dict[str, int], heard: dict[str, int]) -> dict[str, float]:
    begun = min(committed.values()) + WARM_UP * 1_000_000_000
    waited = sorted((heard[subject] - at) / 1e6 for subject, at in committed.items() if at >= begun)
    return {"p50": waited[len(waited) // 2], "p99": waited[len(waited) * 99 // 100]}


async def _reached(condition: Callable[[], bool]) -> float:
    """Waits until it holds; returns when that was."""
    while not condition():  # noqa: ASYNC110  what is waited for does not call
        await asyncio.sleep(0.002)
    return time.monotonic()


def _count(counter: Counter, **labels: str) -> float:
    return sum(
        sample.value
        for family in counter.collect()
        for sample in family.samples
        if sample.name.endswith("_total") and sample.labels == labels
    )
