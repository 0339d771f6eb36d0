"""Dead letters of a service: look at them without taking them, send them back to where they failed, or drop them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import aio_pika
from aio_pika.abc import AbstractChannel, AbstractIncomingMessage, AbstractQueue
from aio_pika.exceptions import AMQPException, ChannelNotFoundEntity

from amigok.errors import Failure
from amigok_chassis.topology import own_exchange

WINDOW = timedelta(days=45)
"""How old an event may be: consumers remember for longer than this which ones they have handled."""


@dataclass(frozen=True)
class DeadLetter:
    """One message of `<service>.dead`, as its headers tell."""

    message: AbstractIncomingMessage

    def _header(self, *names: str) -> str:
        for name in names:
            value = self.message.headers.get(name)
            if value is not None:
                return value.decode() if isinstance(value, bytes) else str(value)
        return ""

    @property
    def id(self) -> str:
        return self._header("cloudEvents_id") or self.message.message_id or ""

    @property
    def type(self) -> str:
        return self._header("cloudEvents_type")

    @property
    def subject(self) -> str:
        return self._header("cloudEvents_subject")

    @property
    def queue(self) -> str:
        """The queue in which it failed."""
        return self._header("x-dead-queue", "x-first-death-queue")

    @property
    def reason(self) -> str:
        return self._header("x-dead-reason", "x-first-death-reason")

    @property
    def error(self) -> str:
        return self._header("x-dead-error")

    @property
    def died_at(self) -> str:
        if at := self._header("x-dead-at"):
            return at
        deaths = self.message.headers.get("x-death")
        first = deaths[0] if isinstance(deaths, list) and deaths else {}
        moment = first.get("time") if isinstance(first, dict) else None
        return moment.isoformat() if isinstance(moment, datetime) else ""

    @property
    def occurred_at(self) -> datetime | None:
        try:
            moment = datetime.fromisoformat(self._header("cloudEvents_time"))
        except ValueError:
            return None
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

    def is_too_old(self, now: datetime) -> bool:
        """Whether a consumer might have forgotten that it handled this event."""
        return self.occurred_at is None or now - self.occurred_at > WINDOW

    def everything(self) -> dict[str, Any]:
        """All there is, ready for JSON."""
        body = self.message.body.decode(errors="replace")
        try:
            data: Any = json.loads(body)
        except ValueError:
            data = body
        headers = {key: self._plain(value) for key, value in self.message.headers.items()}
        return {"id": self.id, "queue": self.queue, "headers": headers, "data": data}

    @staticmethod
    def _plain(value: object) -> object:
        if isinstance(value, bytes):
            return value.decode(errors="replace")
        return value if isinstance(value, (int, float, bool, list, dict, type(None))) else str(value)


@asynccontextmanager
async def opened(url: str, service: str) -> AsyncIterator[tuple[AbstractChannel, AbstractQueue]]:
    """A confirming channel and the service's dead letters; `Failure` if either cannot be had."""
    try:
        connection = await aio_pika.connect(url, timeout=10)
    except (OSError, AMQPException) as error:
        raise Failure(f"the broker does not answer: {error}") from error
    async with connection:
        channel = await connection.channel(publisher_confirms=True, on_return_raises=True)
        try:
            yield channel, await channel.get_queue(f"{service}.dead")
        except ChannelNotFoundEntity as error:
            raise Failure(
                f"there is no queue {service}.dead; {service} consumes nothing or was not migrated"
            ) from error


@asynccontextmanager
async def peek(queue: AbstractQueue, limit: int) -> AsyncIterator[AsyncIterator[DeadLetter]]:
    """Up to `limit` letters. Those not acknowledged go back where they were when this ends."""
    held: list[DeadLetter] = []

    async def letters() -> AsyncIterator[DeadLetter]:
        while len(held) < limit and (message := await queue.get(no_ack=False, fail=False)) is not None:
            held.append(DeadLetter(message))
            yield held[-1]

    try:
        yield letters()
    finally:
        for letter in reversed(held):
            if not letter.message.processed:
                await letter.message.nack(requeue=True)


async def find(url: str, service: str, *, limit: int) -> list[DeadLetter]:
    """The oldest letters, which stay where they are."""
    async with opened(url, service) as (_, queue), peek(queue, limit) as letters:
        return [letter async for letter in letters]


async def redrive(
    url: str,
    service: str,
    *,
    wanted: Callable[[DeadLetter], bool],
    force: bool,
    say: Callable[[str], None],
) -> tuple[int, int]:
    """Publish the wanted letters to the queues where they failed and take them out here: (sent, refused).

    The letter leaves only after the broker confirmed the copy, so a crash in between duplicates and never
    loses; consumers drop duplicates.
    """
    sent = refused = 0
    now = datetime.now(UTC)
    async with opened(url, service) as (channel, queue):
        waiting = queue.declaration_result.message_count or 0
        async with peek(queue, waiting) as letters:
            async for letter in letters:
                if not wanted(letter):
                    continue
                if obstacle := _obstacle(letter, service, now, force=force):
                    say(f"{letter.id}  left: {obstacle}")
                    refused += 1
                    continue
                await _send_back(channel, service, letter)
                say(f"{letter.id}  {letter.type} -> {letter.queue}")
                sent += 1
    return sent, refused


async def drop(url: str, service: str, *, letter_id: str, queue: str) -> int:
    """Take the letters with this id that failed in this queue out for good. Returns how many there were."""
    dropped = 0
    async with opened(url, service) as (_, letters):
        waiting = letters.declaration_result.message_count or 0
        async with peek(letters, waiting) as found:
            async for letter in found:
                if (letter.id, letter.queue) == (letter_id, queue):
                    await letter.message.ack()
                    dropped += 1
    return dropped


def _obstacle(letter: DeadLetter, service: str, now: datetime, *, force: bool) -> str:
    if not letter.queue.startswith(f"{service}."):
        return f"it does not say in which queue of {service} it failed"
    if letter.is_too_old(now) and not force:
        return f"older than {WINDOW.days} days or without a time, so it may take effect twice; --force sends it"
    return ""


async def _send_back(channel: AbstractChannel, service: str, letter: DeadLetter) -> None:
    """Through the service's own exchange: its login writes what a letter says, and names no queue of another."""
    original = letter.message
    headers = {
        key: value
        for key, value in original.headers.items()
        if key not in ("x-attempt", "x-death", "x-delivery-count")
        and not key.startswith(("x-dead-", "x-first-death-", "x-last-death-"))
    }
    copy = aio_pika.Message(
        original.body,
        headers=headers,
        content_type=original.content_type,
        content_encoding=original.content_encoding,
        message_id=original.message_id,
        correlation_id=original.correlation_id,
        type=original.type,
        timestamp=original.timestamp,
        delivery_mode=aio_pika.DeliveryMode.PERSISTENT,
    )
    try:
        exchange = await channel.get_exchange(own_exchange(service), ensure=False)
        await exchange.publish(copy, letter.queue, mandatory=True)
    except AMQPException as error:
        raise Failure(f"{letter.id} could not be sent to {letter.queue}: {error}") from error
    await original.ack()
