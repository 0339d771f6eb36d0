"""Sends archived events to one queue, as a dead letter is sent again."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from typing import Any

import aio_pika
from aio_pika.exceptions import AMQPException

from amigok import fleet
from amigok.deadletters import WINDOW
from amigok.errors import Failure
from amigok_chassis.relay import message
from amigok_chassis.topology import own_exchange
from amigok_contracts.base import versions_of

Key = tuple[str, int]


def events_of(queue: str) -> set[Key]:
    """The types and versions that a subscription consumes. `Failure` if there is no such queue."""
    service, _, subscription = queue.partition(".")
    handlers = fleet.load(service).consumes.get(subscription)
    if handlers is None:
        raise Failure(f"no service consumes {queue}")
    return {(event.type, event.version) for handler in handlers for event in versions_of(handler.event)}


async def send(
    url: str, queue: str, lines: Iterable[str], *, wanted: Collection[Key], force: bool = False
) -> tuple[int, int]:
    """Publishes those of the events, one JSON object a line, that are wanted. Returns how many; and how many are old.

    Consumers know for longer than `WINDOW` what they have handled; older events might take effect twice.
    """
    sent = old = 0
    now = datetime.now(UTC)
    try:
        async with await aio_pika.connect(url, timeout=10) as connection:
            channel = await connection.channel(publisher_confirms=True, on_return_raises=True)
            exchange = await channel.get_exchange(own_exchange(queue.partition(".")[0]), ensure=False)
            for event in map(json.loads, lines):
                if (event["type"], event["major"]) not in wanted:
                    continue
                at = datetime.fromisoformat(event["occurred_at"])
                if now - at > WINDOW and not force:
                    old += 1
                    continue
                await exchange.publish(_message(event, at), queue, mandatory=True)
                sent += 1
    except (OSError, AMQPException) as error:
        raise Failure(f"the broker does not take them: {error}") from error
    return sent, old


def _message(event: dict[str, Any], at: datetime) -> aio_pika.Message:
    row = {**event, "id": event["event_id"], "version": event["major"], "occurred_at": at, "traceparent": ""}
    return message(row, event["data"], source=f"/amigok/{event['source']}")
