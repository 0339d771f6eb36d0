"""Reads a queue that devices fill: in batches, acknowledged when they are committed."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

import structlog
from aio_pika.abc import AbstractIncomingMessage

from amigok_chassis import metrics
from amigok_chassis.broker import connect, watch
from amigok_chassis.context import Context
from amigok_chassis.errors import is_outage
from stream.mqtt.payloads import LARGEST

log = structlog.get_logger()

PREFETCH = 750
"""Messages in memory: those of a batch, and of half of the next."""
BATCH = 500
BYTES = 1_000_000
"""A batch ends with the message that makes it larger."""
LINGER = 0.05
"""Seconds in which a batch fills, after its first message."""

Take = Callable[[Context, Sequence[tuple[str, bytes]]], Awaitable[None]]


async def consume(context: Context, queue: str, take: Take) -> None:
    """Hands what arrives in a queue to `take`, until the connection ends. Raises OSError or AMQPError.

    While the database is out, messages wait. One that fails by itself becomes a dead letter of the service.
    """
    async with await connect(context.config.broker_url, queue) as connection:
        channel = await connection.channel(publisher_confirms=False)
        await channel.set_qos(prefetch_count=PREFETCH)
        source = await channel.get_queue(queue)
        arrived: asyncio.Queue[AbstractIncomingMessage] = asyncio.Queue()
        lost = asyncio.ensure_future((await watch(connection, channel)).wait())
        await source.consume(partial(_arrive, arrived))
        try:
            while not lost.done():
                arrival = asyncio.ensure_future(arrived.get())
                await asyncio.wait({arrival, lost}, return_when=asyncio.FIRST_COMPLETED)
                if arrival.done():
                    await _settle(context, queue, take, await _batch(arrival.result(), arrived))
                arrival.cancel()
        finally:
            lost.cancel()
    raise ConnectionError("the broker hung up")


async def _arrive(arrived: "asyncio.Queue[AbstractIncomingMessage]", message: AbstractIncomingMessage) -> None:
    """Of a message that is too long no more is kept than shows that it is."""
    message.body = message.body[: LARGEST + 1]  # type: ignore[misc]  # the class lets it be set
    await arrived.put(message)


async def _batch(
    first: AbstractIncomingMessage, arrived: "asyncio.Queue[AbstractIncomingMessage]"
) -> list[AbstractIncomingMessage]:
    batch, size = [first], len(first.body)
    try:
        async with asyncio.timeout(LINGER):
            while len(batch) < BATCH and size < BYTES:
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
    pause = 0.1
    while True:
        try:
            await take(context, [(message.routing_key or "", message.body) for message in batch])
            return True
        except Exception as error:
            log.warning("intake.failed", count=len(batch), error=type(error).__name__)
            if not is_outage(error):
                return False
        await asyncio.sleep(pause)
        pause = min(pause * 2, 5.0)
