"""The stream as an answer over HTTP."""

import asyncio
import random
from collections.abc import AsyncIterator

import structlog
from fastapi.sse import EventSourceResponse
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from amigok_chassis.context import Context
from notification.stream import listeners, reading
from notification.stream.hub import Hub
from notification.stream.listeners import Listener

log = structlog.get_logger()

WRITE_SECONDS = 30.0
"""A client that takes nothing for so long is let go."""

RETRY_MS = 1_000, 5_000
"""After how long clients come back, so that they do not all come at once."""


class EventStream(Response):
    """Tells a listener what it missed after a position, and then what comes.

    A response of its own, because neither Starlette's nor FastAPI's bounds how long a client may take to read.
    """

    media_type = EventSourceResponse.media_type

    def __init__(self, context: Context, listener: Listener, after: int | None) -> None:
        super().__init__(headers={"X-Accel-Buffering": "no"})
        del self.headers["content-length"]
        self._context, self._listener, self._after = context, listener, after

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async with self._context.once(Hub).joined(self._listener) as position:
            opening = await self._opening(position)
            gone = asyncio.create_task(self._notice(receive))
            try:
                await self._write(send, opening)
            except TimeoutError:
                log.info("stream.stuck", user_id=self._listener.principal.id)
            finally:
                gone.cancel()

    async def _opening(self, position: int) -> bytes:
        """What the client missed, and from where it resumes."""
        listener, missed = self._listener, reading.Missed(())
        if self._after is not None:
            user_id = listener.principal.id
            missed = await reading.missed(self._context.db, user_id, after=self._after, upto=position)
        known = 0 if missed.lost else self._after or 0
        listener.position = max(position, known)
        told = [listeners.reset()] if missed.lost else missed.frames
        return b"".join([*told, listeners.ready(listener.position, retry_ms=random.randint(*RETRY_MS))])  # noqa: S311

    async def _write(self, send: Send, opening: bytes) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        async for part in self._parts(opening):
            async with asyncio.timeout(WRITE_SECONDS):
                await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    async def _parts(self, opening: bytes) -> AsyncIterator[bytes]:
        yield opening
        async for frame in self._listener.frames():
            yield frame
        yield listeners.end(self._listener.ended)

    async def _notice(self, receive: Receive) -> None:
        """Lets the client go as soon as it has hung up."""
        while (await receive())["type"] != "http.disconnect":
            pass
        self._listener.end("gone")
