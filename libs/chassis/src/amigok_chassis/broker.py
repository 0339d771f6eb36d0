"""Connections to RabbitMQ. Whoever uses one owns its reconnection: none of them resumes behind its owner's back."""

import aio_pika
from aio_pika.abc import AbstractConnection


async def connect(url: str, name: str) -> AbstractConnection:
    """Opens a connection that shows up as `name` in the broker's management. Raises OSError or AMQPError."""
    return await aio_pika.connect(url, timeout=10, client_properties={"connection_name": name}, heartbeat=20)
