"""Faults: what a provider can do to a request instead of answering. Each waits in a queue for a matching request."""

import asyncio
import socket
import struct
from fnmatch import fnmatchcase
from typing import Literal

from fastapi import Response
from pydantic import BaseModel, ConfigDict
from starlette.types import Receive, Scope, Send


class Fault(BaseModel):
    """One fault, for the next request whose method and path match (shell patterns).

    `held`: nothing happens until the faults are released. `work`: whether what was asked is done. `answer`: what comes
    back: the true answer, a reset connection, or a failure with this status. A 429 does no work.
    """

    model_config = ConfigDict(extra="forbid")

    method: str = "*"
    path: str = "*"
    held: bool = False
    work: bool = True
    answer: Literal["true", "reset", 429, 500] = "true"

    def matches(self, method: str, path: str) -> bool:
        return fnmatchcase(method, self.method) and fnmatchcase(path, self.path)


class Faults:
    """The queue of faults. The oldest one that matches is used."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self.held = 0
        self._gate = asyncio.Event()

    def reset(self) -> None:
        """Forgets what waits, and lets go what is held."""
        self._waiting.clear()
        self.release()

    def add(self, fault: Fault) -> None:
        self._waiting.append(fault)

    def take(self, method: str, path: str) -> Fault:
        for fault in self._waiting:
            if fault.matches(method, path):
                self._waiting.remove(fault)
                return fault
        return Fault()

    async def released(self) -> None:
        self.held += 1
        try:
            await self._gate.wait()
        finally:
            self.held -= 1

    def release(self) -> None:
        """Releases all requests that are held now. Later ones are held again."""
        self._gate.set()
        self._gate = asyncio.Event()


class Reset(Response):
    """Resets the connection, as a crashed server or a firewall does."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # ASGI cannot do this. uvicorn's `receive` is a method of the object that holds the transport.
        transport: asyncio.Transport = receive.__self__.transport  # type: ignore[attr-defined]
        lingering = struct.pack("ii", 1, 0)
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, lingering)
        transport.abort()
