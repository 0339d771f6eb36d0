"""The process that knows payment intents, cards, customers and refunds: a `localstripe` of our own."""

import asyncio
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import httpx

from tests.simulators.double import Refused

# Its own `main` listens on every address and saves its state in a file that all instances share.
PROGRAM = """
import socket
import sys
from aiohttp import web
from localstripe import resources, server
resources.store.dump_to_disk = lambda: None
web.run_app(server.app, sock=socket.socket(fileno=int(sys.argv[1])), print=None, access_log=None)
"""


class Upstream:
    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._http = httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{self._listener.getsockname()[1]}",
            headers={"authorization": "Bearer sk_test_double"},
            timeout=30,
            trust_env=False,
        )

    @asynccontextmanager
    async def running(self, events_to: str) -> AsyncIterator[None]:
        """Runs it; its events go to this URL."""
        number = self._listener.fileno()
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", PROGRAM, str(number), pass_fds=[number])
        try:
            # The socket listens already, so this waits in its backlog until the program has started.
            await self._http.post("/_config/webhooks/double", json={"url": events_to, "secret": "whsec_inside"})
            yield
        finally:
            process.terminate()
            await process.wait()
            self._listener.close()
            await self._http.aclose()

    async def send(self, method: str, path: str, **request: Any) -> httpx.Response:
        return await self._http.request(method, path, **request)

    async def get(self, path: str) -> dict[str, Any]:
        return self._body(await self.send("GET", path))

    async def post(self, path: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Nested fields are spelt as in a form: `metadata[order]`."""
        return self._body(await self.send("POST", path, data=fields))

    @staticmethod
    def _body(answer: httpx.Response) -> dict[str, Any]:
        body: dict[str, Any] = answer.json()
        if answer.is_error:
            raise Refused(answer.status_code, body)
        return body
