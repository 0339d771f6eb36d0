"""events: what happens in the fleet, as it happens."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import Annotated

import aio_pika
import typer
from aio_pika.abc import AbstractIncomingMessage
from aio_pika.exceptions import AMQPException
from pamqp.common import FieldTable

from amigok import connections
from amigok.commands import DEFAULT, Folder
from amigok.errors import Failure
from amigok.state import State

EXCHANGE = "amigok.events"
app = typer.Typer(no_args_is_help=True)


@app.command()
def tail(
    pattern: Annotated[str, typer.Argument(help="A topic pattern such as 'wallet.hold.*.v1'.")] = "#",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    state: Folder = DEFAULT,
) -> None:
    """Print each event from now on: time, type, subject, what caused it."""
    url = connections.broker_url(State.load(state))
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(follow(url, pattern, as_json=as_json))


async def follow(url: str, pattern: str, *, as_json: bool) -> None:
    """Print for ever, through a queue of its own that vanishes with it and holds 10,000 at most."""
    try:
        connection = await aio_pika.connect(url, timeout=10)
    except (OSError, AMQPException) as error:
        raise Failure(f"the broker does not answer: {error}") from error
    async with connection:
        channel = await connection.channel()
        await channel.set_qos(100)
        limits: FieldTable = {"x-max-length": 10_000, "x-overflow": "drop-head"}
        queue = await channel.declare_queue(exclusive=True, auto_delete=True, arguments=limits)
        await queue.bind(EXCHANGE, pattern)
        async with queue.iterator(no_ack=True) as messages:
            async for message in messages:
                print(raw(message) if as_json else line(message), flush=True)


def line(message: AbstractIncomingMessage) -> str:
    headers = {key: str(value) for key, value in message.headers.items()}
    time = headers.get("cloudEvents_time", "")[11:23]
    version = headers.get("cloudEvents_dataversion", "")
    kind = f"{headers.get('cloudEvents_type', message.routing_key)}{'.v' + version if version else ''}"
    cause = headers.get("cloudEvents_causationid", "")
    return f"{time:<12} {kind:<44} {headers.get('cloudEvents_subject', ''):<36} {cause}".rstrip()


def raw(message: AbstractIncomingMessage) -> str:
    headers = {key: str(value) for key, value in message.headers.items()}
    data = json.loads(message.body or b"null")
    return json.dumps({"key": message.routing_key, "headers": headers, "data": data}, ensure_ascii=False)
