"""A client of the stream, under test: it speaks ASGI to the app, and reads as fast or slowly as it is told to."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from amigok_chassis.patience import PATIENCE
from amigok_chassis.testing import Rig, token

PATH = "/api/v1/notifications/stream"


@dataclass(frozen=True)
class Event:
    name: str
    data: Any
    id: int | None


class Client:
    """`await client.next()` is the next event; `client.status` the answer's. `reads` is cleared to read nothing."""

    task: asyncio.Task[None]

    def __init__(self) -> None:
        self.status = 0
        self.body = b""
        self.reads = asyncio.Event()
        self.reads.set()
        self.gone = asyncio.Event()
        self.events: asyncio.Queue[Event | None] = asyncio.Queue()

    async def receive(self) -> dict[str, Any]:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, Any]) -> None:
        await self.reads.wait()
        if message["type"] == "http.response.start":
            self.status = message["status"]
            return
        *whole, self.body = (self.body + message.get("body", b"")).split(b"\n\n")
        for block in whole:
            if event := _parsed(block.decode()):
                self.events.put_nowait(event)
        if not message.get("more_body"):
            self.events.put_nowait(None)

    async def next(self) -> Event | None:
        """The next event; None when the stream has ended."""
        async with asyncio.timeout(PATIENCE):
            return await self.events.get()

    async def ready(self) -> Event:
        """What it is told until it is ready is skipped."""
        while (event := await self.next()) is not None:
            if event.name == "ready":
                return event
        raise AssertionError("the stream has ended")


def _parsed(block: str) -> Event | None:
    fields = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":"))
    if "event" not in fields:
        return None
    return Event(fields["event"], json.loads(fields["data"]), int(fields["id"]) if "id" in fields else None)


@asynccontextmanager
async def listening(
    rig: Rig, user: UUID | None = None, *, after: int | None = None, query: str = "", **claims: Any
) -> AsyncIterator[Client]:
    """Listens as a user, with a token of theirs, until the block ends."""
    headers = [] if user is None else [(b"authorization", f"Bearer {token(user, **claims)}".encode())]
    headers += [] if after is None else [(b"last-event-id", str(after).encode())]
    client = Client()
    received = iter([{"type": "http.request", "body": b""}])

    async def receive() -> dict[str, Any]:
        return next(received, None) or await client.receive()

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": PATH,
        "raw_path": PATH.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": headers,
        "client": ("127.0.0.1", 1),
        "server": ("test", 80),
    }
    client.task = asyncio.create_task(rig.asgi(scope, receive, client.send))  # type: ignore[arg-type]
    try:
        yield client
    finally:
        client.gone.set()
        client.reads.set()
        await client.task
