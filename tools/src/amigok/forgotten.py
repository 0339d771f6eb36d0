"""Events that a service should have handled and does not know, as after a restore, read from the fleet's databases.

Each comes from the outbox of whoever published it, where it stays for some time, in the order in which it happened
anywhere in the fleet: what a service builds upon was said before. Which services and types these are follows from what
the service consumes.
"""

from __future__ import annotations

import heapq
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import asyncpg

from amigok import fleet
from amigok.databases import url_of
from amigok.errors import Failure
from amigok_chassis.service import Service
from amigok_contracts import producer

BATCH = 1000

Row = Mapping[str, Any]

_PUBLISHED = """
SELECT position, id, type, version, subject, data, traceparent, correlation_id, causation_id, occurred_at
FROM outbox WHERE published_at IS NOT NULL AND type = ANY($1) ORDER BY position
"""
_UNKNOWN = """
SELECT DISTINCT id FROM unnest($1::text[], $2::uuid[]) AS wanted (queue, id)
WHERE NOT EXISTS (SELECT FROM inbox WHERE consumer = wanted.queue AND event_id = wanted.id)
"""
_KEPT = "SELECT min(position), min(published_at) FROM outbox WHERE published_at IS NOT NULL"


@dataclass(frozen=True)
class Gap:
    """Events of a service from before `kept` are deleted already, and some may have come after the restored state."""

    service: str
    known: datetime
    kept: datetime

    def __str__(self) -> str:
        since, until = (f"{moment:%Y-%m-%d %H:%M}" for moment in (self.known, self.kept))
        return f"{self.service} no longer has its events from between {since} and {until} UTC"


class Forgotten:
    """What one service has forgotten. `async with` opens the databases, read-only; `Failure` if one is not there."""

    def __init__(self, superuser: str, name: str) -> None:
        self._superuser = superuser
        self._service = fleet.load(name)
        self._queues = queues(self._service)
        self._databases: dict[str, asyncpg.Connection[Any]] = {}
        self._stack = AsyncExitStack()
        if not self._queues:
            raise Failure(f"{name} consumes no events")

    async def __aenter__(self) -> Forgotten:
        try:
            for name in {self._service.name, *self._sources}:
                database = await asyncpg.connect(url_of(self._superuser, name), timeout=10)
                self._stack.push_async_callback(database.close)
                await self._stack.enter_async_context(database.transaction(isolation="repeatable_read", readonly=True))
                self._databases[name] = database
        except (OSError, asyncpg.PostgresError) as error:
            await self._stack.aclose()
            raise Failure(f"the databases cannot be read: {error}") from error
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._stack.aclose()

    @property
    def _sources(self) -> dict[str, set[str]]:
        """By service, the types of its events that are consumed."""
        found: dict[str, set[str]] = {}
        for event in {handler.event for handlers in self._service.consumes.values() for handler in handlers}:
            found.setdefault(producer(event), set()).add(event.type)
        return found

    async def gaps(self) -> list[Gap]:
        """Where events may be missing for good."""
        known = await self._databases[self._service.name].fetchval("SELECT max(received_at) FROM inbox")
        found = []
        for name in self._sources:
            first, kept = await self._databases[name].fetchrow(_KEPT)
            if known and first and first > 1 and kept > known:
                found.append(Gap(name, known, kept))
        return found

    async def rows(self) -> AsyncIterator[Row]:
        """The events in the order in which they happened, each with the service that published it as its `source`."""
        streams = {name: self._of(name, types) for name, types in self._sources.items()}
        heads: list[tuple[datetime, str, Row]] = []
        for name in streams:
            await _advance(streams, heads, name)
        while heads:
            _, name, row = heapq.heappop(heads)
            yield {"source": name, **row}
            await _advance(streams, heads, name)

    async def _of(self, name: str, types: Collection[str]) -> AsyncIterator[Row]:
        """What the service does not know of one that publishes."""
        cursor = await self._databases[name].cursor(_PUBLISHED, list(types))
        while rows := await cursor.fetch(BATCH):
            wanted = [(queue, row["id"]) for row in rows for queue in self._queues[row["type"]]]
            unknown = await self._databases[self._service.name].fetch(_UNKNOWN, *map(list, zip(*wanted, strict=True)))
            ids = {row["id"] for row in unknown}
            for row in rows:
                if row["id"] in ids:
                    yield row


async def _advance(streams: dict[str, AsyncIterator[Row]], heads: list[tuple[datetime, str, Row]], name: str) -> None:
    row = await anext(streams[name], None)
    if row is not None:
        heapq.heappush(heads, (row["occurred_at"], name, row))


def queues(service: Service) -> dict[str, list[str]]:
    """By type of event, the queues of the service that take it."""
    found: dict[str, list[str]] = {}
    for subscription, handlers in service.consumes.items():
        for type in {handler.event.type for handler in handlers}:
            found.setdefault(type, []).append(service.queue(subscription))
    return found
