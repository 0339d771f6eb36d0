"""Connections to RabbitMQ. Each user reconnects by itself; connections do not resume on their own."""

import asyncio

import aio_pika
from aio_pika.abc import AbstractChannel, AbstractConnection


async def connect(url: str, name: str) -> AbstractConnection:
    """Opens a connection that shows up as `name` in the broker's management. Raises OSError or AMQPError."""
    return await aio_pika.connect(url, timeout=10, client_properties={"connection_name": name}, heartbeat=20)


async def watch(connection: AbstractConnection, channel: AbstractChannel) -> asyncio.Event:
    """An event that is set when either is closed by any side, or a consumer's queue is deleted.

    Their own `closed()` notices only our own closing.
    """
    lost = asyncio.Event()
    connection.close_callbacks.add(lambda *_: lost.set())
    channel.close_callbacks.add(lambda *_: lost.set())
    underlay = await channel.get_underlay_channel()
    underlay.on_consumer_cancel_callbacks.add(lambda _: lost.set())
    return lost
