"""Serves a double on its own port: for a test, or as a program."""

import argparse
import asyncio
import os
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Literal

import uvicorn
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.simulators.double import Double
from tests.simulators.webhooks import Endpoint

RETRIES = (1.0, 5.0, 30.0, 120.0, 600.0)
"""Seconds between deliveries of a webhook that nobody accepts. Real providers wait for hours."""

GRACE = 1.0
"""Seconds in which requests under way may end."""


def bound(port: int = 0) -> socket.socket:
    """Opens a listening socket on this machine only. Port 0 takes a free one.

    Only where a socket names its protocol does asyncio send small parts at once (`TCP_NODELAY`): else a body waits
    40 ms for the acknowledgement of its head.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen()
    listener.setblocking(False)
    return listener


def address(listener: socket.socket) -> str:
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


class _Server(uvicorn.Server):
    """Ends when it is told to: uvicorn's own looks ten times a second whether it was, and then waits once more."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ending = asyncio.Event()

    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self.ending.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        for _ in range(3):
            await asyncio.sleep(0)  # until those that are idle are gone
        try:
            await asyncio.wait_for(self._wait_tasks_to_complete(), GRACE)
        except TimeoutError:
            for task in self.server_state.tasks:
                task.cancel()
        await self.lifespan.shutdown()


@asynccontextmanager
async def serving(app: ASGIApp, listener: socket.socket, lifespan: Literal["on", "off"] = "on") -> AsyncIterator[None]:
    """Serves from the calling event loop."""
    config = uvicorn.Config(app, lifespan=lifespan, log_level="warning")
    server = _Server(config)
    # `serve` would also take the signals of the whole process.
    task = asyncio.create_task(server._serve([listener]))
    try:
        yield
    finally:
        server.ending.set()
        await task


class Slot:
    """A place on a server for one application after the other; while it is empty, it answers 503.

    To start and end a server for each would take longer than most tests.
    """

    def __init__(self) -> None:
        self._app: ASGIApp = Response(status_code=503)
        self._answering: set[asyncio.Task[Any]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        task = asyncio.current_task()
        assert task
        self._answering.add(task)
        try:
            await self._app(scope, receive, send)
        finally:
            self._answering.discard(task)

    @asynccontextmanager
    async def holding(self, app: ASGIApp) -> AsyncIterator[None]:
        """Lets this application answer. At the end, requests that it has begun to answer have a second to finish."""
        empty, self._app = self._app, app
        try:
            yield
        finally:
            self._app = empty
            if self._answering:
                await asyncio.wait(self._answering, timeout=1)


def run(make: Callable[[str, tuple[float, ...]], Double], about: str) -> None:
    """The `__main__` of a double. Prints its address. `make` gets that address and the pauses between deliveries."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--port", type=int, required=True, help="0 takes a free one")
    parser.add_argument("--webhook", required=True, help="URL that hears events")
    parser.add_argument("--secret", default=os.environ.get("WEBHOOK_SECRET"), help="its secret; or $WEBHOOK_SECRET")
    options = parser.parse_args()
    if not options.secret:
        parser.error("a secret is needed")
    listener = bound(options.port)
    double = make(address(listener), RETRIES)
    double.sender.endpoints.append(Endpoint(url=options.webhook, secret=options.secret))
    print(address(listener), flush=True)  # noqa: T201
    uvicorn.Server(uvicorn.Config(double, lifespan="on", log_level="warning")).run([listener])
