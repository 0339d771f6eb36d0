"""What the tests of the chassis stand on: a broker of their own, processes, a hop that can be cut, and patience."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import aio_pika
import httpx
from aio_pika.abc import AbstractChannel, AbstractIncomingMessage, HeadersType

from amigok_chassis import topology
from amigok_chassis.app import create_app
from amigok_chassis.db import Database
from amigok_chassis.edge import Edge
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.patience import until
from amigok_chassis.runtime import Runtime
from amigok_chassis.service import Handler, Service, on
from amigok_chassis.settings import Settings
from amigok_chassis.testing import SECRET_KEY
from amigok_chassis.testing_databases import reused
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event
from toy.events import NoteWritten
from toy.main import service as toy
from toy.models import Note


def with_port(url: str, port: int) -> str:
    """The same server by way of another local port."""
    parts = urlsplit(url)
    return parts._replace(netloc=f"{parts.netloc.rpartition('@')[0]}@127.0.0.1:{port}").geturl()


@dataclass
class Broker:
    """A virtual host of RabbitMQ, and what its management API can do to it."""

    url: str
    name: str
    http: httpx.AsyncClient
    logins: set[str] = field(default_factory=set)

    async def admit(self, service: Service) -> str:
        """The URL of a login that may do what the service may, with its part of the topology there."""
        async with self.channel() as channel:
            await topology.declare(channel, service)
        login, rights = f"{self.name}-{service.name}", topology.permissions(service)
        topics = {"exchange": topology.EVENTS, "write": rights.events, "read": topology.NOTHING}
        rest = {"configure": rights.configure, "write": rights.write, "read": rights.read}
        for path, body in (
            (f"users/{login}", {"password": login, "tags": ""}),
            (f"permissions/{self.name}/{login}", rest),
            (f"topic-permissions/{self.name}/{login}", topics),
        ):
            (await self.http.put(f"/api/{path}", json=body)).raise_for_status()
        self.logins.add(login)
        parts = urlsplit(self.url)
        return parts._replace(netloc=f"{login}:{login}@{parts.netloc.rpartition('@')[2]}").geturl()

    async def connections(self, named: str) -> list[str]:
        listed = (await self.http.get(f"/api/vhosts/{self.name}/connections")).json()
        return [each["name"] for each in listed if each["client_properties"].get("connection_name") == named]

    async def hang_up(self, named: str) -> None:
        """Closes the connections that have this name, of which there is at least one."""
        for connection in await until(lambda: self.connections(named)):
            await self.http.delete(f"/api/connections/{connection}")

    @asynccontextmanager
    async def channel(self) -> AsyncIterator[AbstractChannel]:
        async with await aio_pika.connect(self.url) as connection:
            yield await connection.channel(on_return_raises=True)

    async def publish(self, key: str, body: bytes, headers: HeadersType, *, times: int = 1) -> None:
        async with self.channel() as channel:
            exchange = await channel.get_exchange(topology.EVENTS)
            for _ in range(times):
                await exchange.publish(aio_pika.Message(body, headers=headers, message_id="m"), key)

    async def depth(self, queue: str) -> int:
        """How many messages lie in the queue, ready to be taken."""
        async with self.channel() as channel:
            return (await channel.declare_queue(queue, passive=True)).declaration_result.message_count or 0

    async def take(self, queue: str, count: int = 1) -> list[AbstractIncomingMessage]:
        """Waits for so many messages and takes them."""
        taken: list[AbstractIncomingMessage] = []
        async with self.channel() as channel:
            source = await channel.get_queue(queue)

            async def enough() -> bool:
                while message := await source.get(fail=False):
                    await message.ack()
                    taken.append(message)
                return len(taken) >= count

            await until(enough)
        return taken

    async def purge(self, queue: str) -> None:
        async with self.channel() as channel:
            await (await channel.get_queue(queue)).purge()


@asynccontextmanager
async def broker_of_its_own() -> AsyncIterator[Broker]:
    name = f"chassis-{new_id().hex}"
    amqp = os.environ["AMIGOK_TEST_BROKER_URL"]
    user = urlsplit(amqp).username
    async with httpx.AsyncClient(base_url=os.environ["AMIGOK_TEST_MANAGEMENT_URL"], verify=False, timeout=30) as http:
        (await http.put(f"/api/vhosts/{name}")).raise_for_status()
        everything = {"configure": ".*", "write": ".*", "read": ".*"}
        (await http.put(f"/api/permissions/{name}/{user}", json=everything)).raise_for_status()
        broker = Broker(f"{amqp.rsplit('/', 1)[0]}/{name}", name, http)
        yield broker
        for gone in (f"vhosts/{name}", *(f"users/{login}" for login in broker.logins)):
            await http.delete(f"/api/{gone}")


class Hop:
    """A TCP hop in front of a server: it can be cut, and mended."""

    def __init__(self, url: str) -> None:
        self._to = urlsplit(url)
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self.port = 0

    async def mend(self) -> None:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """Ends every connection and refuses new ones."""
        if self._server is not None:
            self._server.close()
        for writer in list(self._writers):
            writer.transport.abort()
        await asyncio.sleep(0)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(self._to.hostname, self._to.port)
        self._writers |= {writer, back}
        await asyncio.gather(self._pump(reader, back), self._pump(there, writer))
        self._writers -= {writer, back}

    async def _pump(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while data := await source.read(65536):
                sink.write(data)
                await sink.drain()
        sink.close()


@asynccontextmanager
async def hop(url: str) -> AsyncIterator[Hop]:
    between = Hop(url)
    await between.mend()
    try:
        yield between
    finally:
        await between.cut()


@dataclass
class Fleet:
    """Processes of the toy service, each a runtime of its own, on one database and one broker."""

    database_url: str
    broker: Broker
    db: Database
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    def settings(self, **settings: Any) -> Settings:
        ours = {
            "database_url": self.database_url,
            "broker_url": self.broker.url,
            "database_pool_size": 4,
            "secret_key": SECRET_KEY,
        }
        return Settings(environment="test", **{"role": "worker", "shutdown_seconds": 20, **ours, **settings})

    async def declare(self, service: Service = toy) -> None:
        async with self.broker.channel() as channel:
            await topology.declare(channel, service)

    async def _settings(self, service: Service, **settings: Any) -> Settings:
        """Those of a process of the service, which has only its own rights at the broker."""
        return self.settings(**{"broker_url": await self.broker.admit(service), **settings})

    @asynccontextmanager
    async def process(self, service: Service = toy, **settings: Any) -> AsyncIterator[Runtime]:
        """A worker that runs until the block ends."""
        runtime = Runtime(service, await self._settings(service, **settings))
        async with runtime.running():
            yield runtime

    @asynccontextmanager
    async def server(self, service: Service = toy, **settings: Any) -> AsyncIterator[tuple[Runtime, httpx.AsyncClient]]:
        """API and worker in one process, and a client that speaks to it."""
        app = create_app(service, await self._settings(service, role="all", **settings))
        async with app.router.lifespan_context(app):
            async with httpx.AsyncClient(transport=httpx.ASGITransport(Edge(app)), base_url="http://toy") as http:
                yield app.state.runtime, http

    async def emit(self, events: Sequence[Event]) -> None:
        async with self.db.unit_of_work() as session:
            for event in events:
                emit(session, event)

    async def heard(self) -> list[tuple[UUID, int]]:
        """Notes that were consumed, in the order of handling."""
        rows = await self.db.fetch("SELECT note_id, number FROM notes WHERE text = 'heard' ORDER BY position")
        return [(row[0], row[1]) for row in rows]

    async def settled(self, count: int) -> bool:
        """Whether so many notes were consumed and nothing is left to be published."""
        pending = await self.db.fetch("SELECT count(*) FROM outbox WHERE published_at IS NULL")
        return len(await self.heard()) >= count and pending[0][0] == 0

    async def scalar(self, sql: str, *arguments: Any) -> Any:
        return (await self.db.fetch(sql, *arguments))[0][0]


@asynccontextmanager
async def fleet_of_its_own(broker: Broker) -> AsyncIterator[Fleet]:
    async with reused(toy) as one:
        db = Database(one.url, pool_size=4, name="test")
        try:
            yield Fleet(one.url, broker, db)
        finally:
            await db.close()


def consuming(run: Callable[[UnitOfWork, NoteWritten], Awaitable[None]], **changes: Any) -> Service:
    """The toy service with another handler of notes."""
    handlers: list[Handler] = [on(NoteWritten)(run)]
    return replace(toy, nouns=[replace(toy.nouns[0], consumes={"notes": handlers})], **changes)


def write_down(db: UnitOfWork, event: NoteWritten) -> None:
    db.add(Note(note_id=event.note_id, number=event.number, text="heard"))


def notes(count: int, *, of: int | None = None) -> list[NoteWritten]:
    """Numbered events, spread evenly over so many aggregates (each its own, if not told)."""
    ids = [new_id() for _ in range(of or count)]
    return [NoteWritten(note_id=ids[number % len(ids)], number=number) for number in range(count)]


def event_headers(event: Event, event_id: UUID | None = None, **more: Any) -> dict[str, Any]:
    return {
        "cloudEvents_id": str(event_id or new_id()),
        "cloudEvents_type": event.type,
        "cloudEvents_dataversion": event.version,
        **more,
    }
