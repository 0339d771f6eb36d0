"""Consumes events: claims them in the inbox, runs their handlers and commits, in one transaction, then acknowledges.

What has arrived is handled as one batch; if anything in it fails, each message gets a transaction of its own, so that
one poisoned message cannot hold back the others.
"""

import asyncio
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import aio_pika
import aiormq.abc
import structlog
from aio_pika.abc import AbstractChannel, AbstractConnection, HeadersType
from aiormq.abc import DeliveredMessage
from pamqp.commands import Basic

from amigok_chassis import clock, metrics, tracing
from amigok_chassis.broker import connect, watch
from amigok_chassis.db import Database
from amigok_chassis.errors import is_outage, is_unfit
from amigok_chassis.inbox import Delivery, Reject, Retry, deliver
from amigok_chassis.outbox import correlation_id
from amigok_chassis.pacing import rest
from amigok_chassis.service import Handler, Service
from amigok_chassis.topology import DELAYS, dead_queue, delay_exchange, own_exchange

log = structlog.get_logger()

PREFETCH = 200
BATCH = 100
ATTEMPTS = 8
TRIES = 5
"""An apparent outage is retried so often before it counts as an attempt, if the database answers meanwhile."""


class Consumer:
    """All subscriptions of a service, on one connection."""

    def __init__(self, service: Service, db: Database, broker_url: str) -> None:
        self._service = service
        self._db = db
        self._url = broker_url
        self._stopping = asyncio.Event()
        self.connected = False

    async def run(self) -> None:
        """Consumes until `stop`, reconnecting with growing pauses."""
        pause = 0.1
        while not self._stopping.is_set():
            try:
                async with await connect(self._url, f"{self._service.name} consumer") as connection:
                    await self._look_for_queues(connection)
                    self.connected, pause = True, 0.1
                    await self._consume(connection)
            except Exception as error:
                log.warning("consumer.interrupted", error=repr(error), pause=pause)
            finally:
                self.connected = False
            if not self._stopping.is_set():
                await asyncio.sleep(pause)
                pause = min(pause * 2, 5.0)

    def stop(self) -> None:
        """Lets the current batches finish and returns the rest to the broker."""
        self._stopping.set()

    async def _look_for_queues(self, connection: AbstractConnection) -> None:
        """Raises AMQPError if a queue was not declared: then none is consumed, and the worker is unready."""
        wanted = map(self._service.queue, self._service.consumes)
        async with await connection.channel() as channel:
            for queue in (*wanted, dead_queue(self._service.name)):
                await channel.get_queue(queue)

    async def _consume(self, connection: AbstractConnection) -> None:
        async with asyncio.TaskGroup() as group:
            for name, handlers in self._service.consumes.items():
                subscription = Subscription(self._service, name, handlers, self._db, connection)
                group.create_task(subscription.run(self._stopping))


class Arrival:
    """A message as the driver delivers it: aio-pika's own object costs as much as the rest of its way."""

    __slots__ = ("body", "headers", "properties", "routing_key", "tag")

    def __init__(self, message: DeliveredMessage) -> None:
        self.body = message.body
        self.properties = message.header.properties
        self.headers: HeadersType = self.properties.headers or {}
        delivery = message.delivery
        assert isinstance(delivery, Basic.Deliver)
        assert delivery.delivery_tag is not None
        self.routing_key = delivery.routing_key
        self.tag = delivery.delivery_tag


class Subscription:
    """One queue, consumed in batches on a channel of its own."""

    def __init__(
        self,
        service: Service,
        name: str,
        handlers: Sequence[Handler],
        db: Database,
        connection: AbstractConnection,
    ) -> None:
        self._service = service.name
        self._queue = service.queue(name)
        self._handlers = handlers
        self._db = db
        self._connection = connection
        self._arrived: deque[Arrival] = deque()
        self._wake = asyncio.Event()

    async def run(self, stopping: asyncio.Event) -> None:
        """Handles what arrives until told to stop or the connection is lost."""
        channel = await self._connection.channel(publisher_confirms=True, on_return_raises=True)
        await channel.set_qos(prefetch_count=PREFETCH)
        driver = await channel.get_underlay_channel()
        lost = await watch(self._connection, channel)
        ends = [asyncio.ensure_future(self._wake_on(event)) for event in (lost, stopping)]
        try:
            consuming = await driver.basic_consume(self._queue, self._arrive)
            while not (lost.is_set() or stopping.is_set()):
                if self._arrived:
                    await self._take(channel, driver)
                else:
                    self._wake.clear()
                    await self._wake.wait()
            if lost.is_set():
                raise ConnectionError("the broker hung up")
            await driver.basic_cancel(consuming.consumer_tag or "")
            if self._arrived:
                await driver.basic_nack(self._arrived[-1].tag, multiple=True, requeue=True)
        finally:
            for end in ends:
                end.cancel()

    async def _arrive(self, message: DeliveredMessage) -> None:
        self._arrived.append(Arrival(message))
        self._wake.set()

    async def _wake_on(self, event: asyncio.Event) -> None:
        await event.wait()
        self._wake.set()

    async def _take(self, channel: AbstractChannel, driver: aiormq.abc.AbstractChannel) -> None:
        """Handles and acknowledges the next batch. What is left when a consumer stops came later than all of it."""
        batch = [self._arrived.popleft() for _ in range(min(BATCH, len(self._arrived)))]
        began = time.monotonic()
        await self._settle(channel, batch)
        await driver.basic_ack(batch[-1].tag, multiple=True)
        await asyncio.sleep(rest(len(batch), time.monotonic() - began, full=BATCH))

    def _delivery(self, message: Arrival) -> Delivery:
        """The message as its handlers see it. Raises `Reject`, also where its publisher may not say such a thing.

        The broker lets a service publish under its own types only, and only the service itself (a retry) or an
        operator (a redrive) under the queue's name. What the headers say, nobody checked before.
        """
        delivery = Delivery(message.headers, message.body, self._handlers)
        if message.routing_key not in (delivery.key, self._queue):
            raise Reject(f"{delivery.key} was published as {message.routing_key}")
        return delivery

    async def _settle(self, channel: AbstractChannel, batch: list[Arrival]) -> None:
        """Handles a batch as a whole or, if that fails, one by one."""
        try:
            deliveries = [self._delivery(message) for message in batch]
            fresh = await deliver(self._db, self._queue, deliveries)
            metrics.CONSUMED.labels(self._queue, "handled").inc(fresh)
            metrics.CONSUMED.labels(self._queue, "duplicate").inc(len(batch) - fresh)
        except Exception:
            for message in batch:
                with _of(message):
                    await self._settle_one(channel, message)

    async def _settle_one(self, channel: AbstractChannel, message: Arrival) -> None:
        """Returns when the message was handled, or lies confirmed in a delay tier or among the dead letters."""
        pause = 0.1
        tries = 0
        while True:
            try:
                delivery = self._delivery(message)
                fresh = await deliver(self._db, self._queue, [delivery])
                metrics.CONSUMED.labels(self._queue, "handled" if fresh else "duplicate").inc()
                return None
            except Reject as error:
                return await self._bury(channel, message, "rejected", error)
            except Retry as error:
                return await self._postpone(channel, message, error, max(error.seconds, _pause(message)))
            except Exception as error:
                if is_unfit(error):
                    return await self._bury(channel, message, "rejected", error)
                tries += 1
                if (tries >= TRIES or not is_outage(error)) and await self._db.answers():
                    return await self._postpone(channel, message, error, _pause(message))
                log.warning("consumer.database_down", queue=self._queue, error=repr(error))
            await asyncio.sleep(pause)
            pause = min(pause * 2, 5.0)

    async def _postpone(self, channel: AbstractChannel, message: Arrival, error: Exception, seconds: float) -> None:
        attempt = _attempts(message) + 1
        if attempt >= ATTEMPTS:
            return await self._bury(channel, message, "exhausted", error)
        log.warning("event.postponed", queue=self._queue, attempt=attempt, error=repr(error))
        metrics.CONSUMED.labels(self._queue, "postponed").inc()
        tier = next((tier for tier in DELAYS if tier >= seconds), DELAYS[-1])
        exchange = await channel.get_exchange(delay_exchange(self._service, tier), ensure=False)
        await exchange.publish(_copy(message, {"x-attempt": attempt}), self._queue)
        return None

    async def _bury(self, channel: AbstractChannel, message: Arrival, reason: str, error: Exception) -> None:
        about = {"queue": self._queue, "event_id": message.properties.message_id}
        log.error("event.dead", **about, reason=reason, error=repr(error))
        metrics.CONSUMED.labels(self._queue, "dead").inc()
        why: HeadersType = {
            "x-dead-reason": reason,
            "x-dead-error": repr(error)[:1000],
            "x-dead-queue": self._queue,
            "x-dead-at": clock.now().isoformat(),
        }
        exchange = await channel.get_exchange(own_exchange(self._service), ensure=False)
        await exchange.publish(_copy(message, why), dead_queue(self._service))


@contextmanager
def _of(message: Arrival) -> Iterator[None]:
    """Lets log lines about the message carry its trace and its correlation id."""
    correlated = correlation_id.set(str(message.headers.get("cloudEvents_correlationid") or ""))
    try:
        with tracing.following(str(message.headers.get("traceparent") or "")):
            yield
    finally:
        correlation_id.reset(correlated)


def _attempts(message: Arrival) -> int:
    """How often the event was postponed so far."""
    attempts = message.headers.get("x-attempt")
    return attempts if isinstance(attempts, int) else 0


def _pause(message: Arrival) -> int:
    """How long the event waits for its next attempt: each tier twice, so about twelve minutes in all."""
    return DELAYS[min(_attempts(message) // 2, len(DELAYS) - 1)]


def _copy(message: Arrival, extra: HeadersType) -> aio_pika.Message:
    told = message.properties
    return aio_pika.Message(
        message.body,
        headers={**message.headers, **extra},
        content_type=told.content_type,
        delivery_mode=aio_pika.DeliveryMode.PERSISTENT,
        message_id=told.message_id,
        timestamp=told.timestamp,
    )
