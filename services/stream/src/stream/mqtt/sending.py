"""Says commands to devices by MQTT, again and again until they acknowledge. Whoever is not there fetches them."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import aio_pika
from aio_pika.abc import AbstractChannel, AbstractConnection, AbstractExchange
from aio_pika.exceptions import DeliveryError
from sqlalchemy import false

from amigok_chassis.broker import connect
from amigok_chassis.context import Context
from amigok_chassis.due import Backoff, NotYet, poller
from amigok_chassis.topology import OUTSIDE
from stream.commands import pushing
from stream.commands.models import Command


@dataclass
class _Line:
    """The connection on which this process speaks to devices, once there is one."""

    connection: AbstractConnection | None = None
    channel: AbstractChannel | None = None
    exchange: AbstractExchange | None = None


def _line(_: Context) -> _Line:
    return _Line()


@poller(Command, backoff=Backoff(timedelta(seconds=5), timedelta(minutes=1)), stuck_if=false())
async def send_command(context: Context, command_id: UUID) -> None:
    """Sends a command that waits to its device, if that listens."""
    async with context.db.reader() as db:
        waiting = await pushing.to_send(db, command_id)
    if waiting is None:
        return
    device_id, command = waiting
    if await say(context, f"devices.{device_id}.commands", command.model_dump_json().encode()):
        async with context.db.unit_of_work() as db:
            await pushing.sent(db, command_id)
    raise NotYet("the device has not acknowledged")


async def say(context: Context, key: str, body: bytes) -> bool:
    """Publishes to whoever has subscribed to a topic. Returns whether anybody has. Raises OSError, AMQPError."""
    message = aio_pika.Message(body, delivery_mode=aio_pika.DeliveryMode.PERSISTENT)
    try:
        await (await _exchange(context)).publish(message, key, mandatory=True, timeout=10)
    except DeliveryError:
        return False
    return True


async def _exchange(context: Context) -> AbstractExchange:
    line = context.once(_line)
    if line.exchange is None or line.channel is None or line.channel.is_closed:
        if line.connection is not None:
            await line.connection.close()
        line.connection = await connect(context.config.broker_url, "stream devices")
        line.channel = await line.connection.channel(publisher_confirms=True, on_return_raises=True)
        line.exchange = await line.channel.get_exchange(OUTSIDE, ensure=False)
    return line.exchange
