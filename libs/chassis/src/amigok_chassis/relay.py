"""Publishes the outbox to the broker, in order within each aggregate, at least once.

Any number of relays may run: each locks buckets of aggregates, not rows, because skipping locked rows would let a
later event of an aggregate overtake an earlier one. During an outage of the broker it backs off and loses nothing.
"""

import asyncio
import contextlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Any

import aio_pika
import structlog
from aiormq.channel import Channel

from amigok_chassis import clock, metrics
from amigok_chassis.broker import connect, watch
from amigok_chassis.db import Database
from amigok_chassis.ordering import waves
from amigok_chassis.outbox import body
from amigok_chassis.pacing import rest
from amigok_chassis.publishing import Keyed, publish
from amigok_chassis.topology import EVENTS

log = structlog.get_logger()

CHANNEL = "outbox"
"""The NOTIFY channel of hints: at new events, or, with the name of their table, at due rows.

A lost hint costs at most the pause until the next poll.
"""

BATCH = 500
POLL_SECONDS = 1.0
CONFIRM_SECONDS = 10.0
LONGEST_PAUSE = 5.0

_LOCK = """
SELECT bucket, set_config('synchronous_commit', 'off', true) FROM outbox_buckets b
WHERE EXISTS (SELECT FROM outbox o WHERE o.bucket = b.bucket AND o.published_at IS NULL)
FOR UPDATE SKIP LOCKED
"""
# Losing the mark of a published event in a crash costs a duplicate, which inboxes know: no need to wait for the disk.
_PENDING = """
SELECT position, id, type, version, subject, data, traceparent, correlation_id, causation_id, occurred_at
FROM outbox WHERE bucket = ANY($1) AND published_at IS NULL ORDER BY position LIMIT $2
"""
_PUBLISHED = "UPDATE outbox SET published_at = $1 WHERE position = ANY($2)"


class Relay:
    """Runs until it is cancelled. `wake` tells it that there is something to publish."""

    def __init__(self, db: Database, broker_url: str, *, source: str) -> None:
        self._db = db
        self._url = broker_url
        self._source = f"/amigok/{source}"
        self._wake = asyncio.Event()
        self._batch = BATCH
        self.connected = False

    def wake(self) -> None:
        self._wake.set()

    async def run(self) -> None:
        """Publishes events until it is cancelled, reconnecting with growing pauses."""
        pause = 0.1
        while True:
            try:
                async with await connect(self._url, "relay") as connection:
                    channel = await connection.channel(publisher_confirms=True)
                    driver = await channel.get_underlay_channel()
                    assert isinstance(driver, Channel)
                    self.connected = True
                    lost = await watch(connection, channel)
                    while not lost.is_set():
                        while await self._carry_and_rest(driver):  # once more: the last may have held up another
                            pause = 0.1
                        pause = 0.1
                        await self._hint()
            except Exception as error:  # the outage of a neighbour is no reason to stop
                log.warning("relay.interrupted", error=repr(error), pause=pause)
            finally:
                self.connected = False
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _carry_and_rest(self, channel: Channel) -> int:
        began = time.monotonic()
        carried = await self._carry(channel)
        await asyncio.sleep(rest(carried, time.monotonic() - began, full=BATCH))
        return carried

    async def _hint(self) -> None:
        """Waits for a wake-up, at most until the next poll."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), POLL_SECONDS)
        self._wake.clear()

    async def _carry(self, channel: Channel) -> int:
        """Publishes one batch and marks what the broker confirmed. Returns how many there were.

        One that is not confirmed in time is published again, in halves: a busy process gets ahead slowly, not never.
        """
        async with self._db.driver() as driver, driver.transaction():
            buckets = [row["bucket"] for row in await driver.fetch(_LOCK)]
            if not buckets:
                return 0
            pending = await driver.fetch(_PENDING, buckets, self._batch)
            await self._confirmed(channel, pending)
            await driver.execute(_PUBLISHED, clock.now(), [row["position"] for row in pending])
        for kind, count in Counter(row["type"] for row in pending).items():
            metrics.PUBLISHED.labels(kind).inc(count)
        return len(pending)

    async def _confirmed(self, channel: Channel, pending: Sequence[Any]) -> None:
        try:
            for wave in waves(pending, itemgetter("subject")):
                async with asyncio.timeout(CONFIRM_SECONDS):
                    await publish(channel, EVENTS, map(self._keyed, wave))
        except TimeoutError:
            self._batch = max(self._batch // 2, 1)
            raise
        self._batch = min(self._batch * 2, BATCH)

    def _keyed(self, row: Any) -> Keyed:
        return f"{row['type']}.v{row['version']}", message(row, body(row), source=self._source)


def message(row: Any, data: str, *, source: str) -> aio_pika.Message:
    """An event as it is published: an outbox row, and its JSON (`outbox.body`)."""
    return aio_pika.Message(
        data.encode(),
        content_type="application/json",
        delivery_mode=aio_pika.DeliveryMode.PERSISTENT,
        message_id=str(row["id"]),
        timestamp=row["occurred_at"],
        headers=headers(row, source=source),
    )


def headers(row: Any, *, source: str) -> dict[str, Any]:
    """The CloudEvents attributes (AMQP binding, binary mode) and the trace of an outbox row."""
    return {
        "cloudEvents_specversion": "1.0",
        "cloudEvents_id": str(row["id"]),
        "cloudEvents_source": source,
        "cloudEvents_type": row["type"],
        "cloudEvents_subject": row["subject"],
        "cloudEvents_time": row["occurred_at"].isoformat(),
        "cloudEvents_dataschema": f"urn:amigok:schema:{row['type']}.v{row['version']}",
        "cloudEvents_dataversion": row["version"],
        "cloudEvents_correlationid": row["correlation_id"],
        "cloudEvents_causationid": row["causation_id"],
        "traceparent": row["traceparent"],
    }


class Notifier:
    """Hints to relays of other processes, after the commit and at most every few milliseconds.

    NOTIFY inside the transactions would make their commits queue behind one lock.
    """

    def __init__(self, db: Database, *, every: float = 0.005) -> None:
        self._db = db
        self._every = every
        self._task: asyncio.Task[None] | None = None
        self._hints: set[str] = set()

    def notify(self, hints: Iterable[str] = ("",)) -> None:
        """Hints at due rows of these tables; at events, when none is named."""
        self._hints.update(hints)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._send())

    async def close(self) -> None:
        """Waits for the hint that is being sent, so that its connection is back before the pool is closed."""
        if self._task is not None:
            await asyncio.wait({self._task}, timeout=1)

    async def _send(self) -> None:
        while self._hints:
            hints, self._hints = self._hints, set()
            try:
                await self._db.fetch("SELECT pg_notify($1, hint) FROM unnest($2::text[]) AS hint", CHANNEL, [*hints])
            except Exception as error:  # only a hint: the relay polls as well
                log.debug("relay.hint_lost", error=repr(error))
            await asyncio.sleep(self._every)


async def listen(db: Database, heard: Callable[[str], None]) -> None:
    """Passes on the hints of other processes: the name of a table, or "" for events. Runs until it is cancelled."""
    while True:
        try:
            async with db.engine.connect() as connection:
                raw = (await connection.get_raw_connection()).driver_connection
                assert raw is not None
                lost = asyncio.Event()
                raw.add_termination_listener(lambda _, lost=lost: lost.set())
                await raw.add_listener(CHANNEL, lambda *hint: heard(hint[-1]))
                await lost.wait()
        except Exception as error:
            log.warning("relay.deaf", error=repr(error))
            await asyncio.sleep(POLL_SECONDS)
