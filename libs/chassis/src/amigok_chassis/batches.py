"""Reads a queue in batches that are acknowledged when they are committed: many small messages, one transaction.

For what devices say and for firehoses (`Noun.intakes`, `Noun.firehoses`). Events that trigger use cases are read by
`consumer`, which claims and handles each.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import structlog
from aio_pika.abc import AbstractIncomingMessage
from aio_pika.exceptions import AMQPException

from amigok_chassis import metrics
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


async def read(context: Context, queue: str, take: Take, limits: Limits) -> None:
    """Hands what arrives in a queue to `take`, until the connection ends. For a task, which then begins anew.

    While the database is out, messages wait. One that fails by itself becomes a dead letter of the service.
    """
    if not context.config.broker_url:
        return
    try:
        await _read(context, queue, take, limits)
    except (OSError, AMQPException) as error:
        log.warning("batches.interrupted", queue=queue, error=type(error).__name__)


async def _read(context: Context, queue: str, take: Take, limits: Limits) -> None:
    async with await connect(context.config.broker_url, queue) as connection:
        channel = await connection.channel(publisher_confirms=False)
        await channel.set_qos(prefetch_count=limits.count * 3 // 2)
        source = await channel.get_queue(queue)
        arrived: asyncio.Queue[AbstractIncomingMessage] = asyncio.Queue()
        lost = asyncio.ensure_future((await watch(connection, channel)).wait())
        await source.consume(partial(_arrive, arrived, limits.longest))
        try:
            while not lost.done():
                arrival = asyncio.ensure_future(arrived.get())
                await asyncio.wait({arrival, lost}, return_when=asyncio.FIRST_COMPLETED)
                if arrival.done():
                    await _settle(context, queue, take, await _batch(arrival.result(), arrived, limits))
                arrival.cancel()
        finally:
            lost.cancel()
    raise ConnectionError("the broker hung up")


async def _arrive(
    arrived: "asyncio.Queue[AbstractIncomingMessage]", longest: int, message: AbstractIncomingMessage
) -> None:
    """Of a message that is too long no more is kept than shows that it is."""
    message.body = message.body[: longest + 1]  # type: ignore[misc]  # the class lets it be set
    await arrived.put(message)


async def _batch(
    first: AbstractIncomingMessage, arrived: "asyncio.Queue[AbstractIncomingMessage]", limits: Limits
) -> list[AbstractIncomingMessage]:
    batch, size = [first], len(first.body)
    try:
        async with asyncio.timeout(limits.linger):
            while len(batch) < limits.count and size < limits.size:
                batch.append(await arrived.get())
                size += len(batch[-1].body)
    except TimeoutError:
        pass
    return batch


async def _settle(context: Context, queue: str, take: Take, batch: list[AbstractIncomingMessage]) -> None:
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
