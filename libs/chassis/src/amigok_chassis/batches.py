"""Reads a queue in batches that are acknowledged when they are committed: many small messages, one transaction.

For what devices say and for firehoses (`Noun.intakes`, `Noun.firehoses`). Events that trigger use cases are read by
`consumer`, which claims and handles each.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

import structlog
from aio_pika.abc import AbstractChannel, AbstractIncomingMessage
from aio_pika.exceptions import AMQPException

from amigok_chassis import clock, metrics
from amigok_chassis.broker import connect, watch
from amigok_chassis.context import Context
from amigok_chassis.errors import is_outage

log = structlog.get_logger()


@dataclass(frozen=True)
class Message:
    """What came in, by its routing key."""

    key: str
    body: bytes
    headers: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How large a batch grows: so many messages, or the one that makes it larger than `size` bytes.

    `longest` is how much of a message is kept: one byte more shows that it is too long. `linger` are the seconds in
    which a batch fills, after its first message. There are half as many messages again in memory for the next batch.
    """

    longest: int
    count: int = 500
    size: int = 1_000_000
    linger: float = 0.05


Take = Callable[[Context, Sequence[Message]], Awaitable[None]]
Emptied = Callable[[Context, datetime], Awaitable[None]]

LOOK_EVERY = 1.0
"""Seconds between two looks at how many messages wait at the broker."""

_Arrivals = asyncio.Queue[AbstractIncomingMessage | datetime]
"""What arrived, and between it when nothing waited at the broker."""


async def read(context: Context, queue: str, take: Take, limits: Limits, *, emptied: Emptied | None = None) -> None:
    """Hands what arrives in a queue to `take`, until the connection ends. For a task, which then begins anew.

    While the database is out, messages wait. One that fails by itself becomes a dead letter of the service. `emptied`
    hears of moments before which all that came into the queue was taken.
    """
    if not context.config.broker_url:
        return
    try:
        await _read(context, queue, take, limits, emptied)
    except (OSError, AMQPException) as error:
        log.warning("batches.interrupted", queue=queue, error=type(error).__name__)


async def _read(context: Context, queue: str, take: Take, limits: Limits, emptied: Emptied | None) -> None:
    async with await connect(context.config.broker_url, queue) as connection:
        channel = await connection.channel(publisher_confirms=False)
        await channel.set_qos(prefetch_count=limits.count * 3 // 2)
        source = await channel.get_queue(queue)
        arrived: _Arrivals = asyncio.Queue()
        lost = asyncio.ensure_future((await watch(connection, channel)).wait())
        await source.consume(partial(_arrive, arrived, limits.longest))
        looking = asyncio.ensure_future(_look(channel, queue, arrived)) if emptied else None
        try:
            while not lost.done():
                arrival = asyncio.ensure_future(arrived.get())
                await asyncio.wait({arrival, lost}, return_when=asyncio.FIRST_COMPLETED)
                if arrival.done():
                    batch, empty_at = await _batch(arrival.result(), arrived, limits)
                    await _settle(context, queue, take, batch)
                    if emptied and empty_at:
                        await _tell(context, emptied, empty_at)
                arrival.cancel()
        finally:
            lost.cancel()
            if looking:
                looking.cancel()
    raise ConnectionError("the broker hung up")


async def _look(channel: AbstractChannel, queue: str, arrived: _Arrivals) -> None:
    """Puts the time behind what has arrived whenever nothing waits at the broker."""
    while True:
        at = clock.now()
        waiting = (await channel.get_queue(queue)).declaration_result.message_count
        await asyncio.sleep(LOOK_EVERY)  # by now all has arrived that was on its way
        if waiting == 0:
            await arrived.put(at)


async def _tell(context: Context, emptied: Emptied, at: datetime) -> None:
    try:
        await emptied(context, at)
    except Exception as error:
        log.warning("batches.not_noted", error=type(error).__name__)


async def _arrive(arrived: _Arrivals, longest: int, message: AbstractIncomingMessage) -> None:
    """Of a message that is too long no more is kept than shows that it is."""
    message.body = message.body[: longest + 1]  # type: ignore[misc]  # the class lets it be set
    await arrived.put(message)


async def _batch(
    first: AbstractIncomingMessage | datetime, arrived: _Arrivals, limits: Limits
) -> tuple[list[AbstractIncomingMessage], datetime | None]:
    """The next messages, and when nothing waited behind the last of them, if that is known."""
    if isinstance(first, datetime):
        return [], first
    batch, size = [first], len(first.body)
    try:
        async with asyncio.timeout(limits.linger):
            while len(batch) < limits.count and size < limits.size:
                following = await arrived.get()
                if isinstance(following, datetime):
                    return batch, following
                batch.append(following)
                size += len(following.body)
    except TimeoutError:
        pass
    return batch, None


async def _settle(context: Context, queue: str, take: Take, batch: list[AbstractIncomingMessage]) -> None:
    if not batch:
        return
    if await _taken(context, take, batch):
        metrics.CONSUMED.labels(queue, "handled").inc(len(batch))
        await batch[-1].ack(multiple=True)
        return
    for message in batch:
        taken = await _taken(context, take, [message])  # by itself, also if it was: others may have been in its way
        metrics.CONSUMED.labels(queue, "handled" if taken else "dead").inc()
        await (message.ack() if taken else message.reject(requeue=False))


async def _taken(context: Context, take: Take, batch: Sequence[AbstractIncomingMessage]) -> bool:
    """Whether messages were taken in; waits for a database that is out."""
    messages = [Message(each.routing_key or "", each.body, each.headers) for each in batch]
    pause = 0.1
    while True:
        try:
            await take(context, messages)
            return True
        except Exception as error:
            log.warning("batch.failed", count=len(batch), error=type(error).__name__)
            if not is_outage(error):
                return False
        await asyncio.sleep(pause)
        pause = min(pause * 2, 5.0)
