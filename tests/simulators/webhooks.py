"""Delivers events to endpoints, signed like the provider's, and retries until they are accepted."""

import asyncio
import json
import ssl
import time
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from fnmatch import fnmatchcase
from functools import cache
from typing import Any, Literal

import httpx
from pydantic import BaseModel, ConfigDict, Field

STALE = 7 * 24 * 3600
"""The age of a stale signature in seconds: beyond any tolerance."""


class Endpoint(BaseModel):
    """An endpoint, and the secret that the provider signs its events with."""

    model_config = ConfigDict(extra="forbid")

    url: str
    secret: str


class DeliveryFault(BaseModel):
    """One fault, for the next `times` events whose type matches (a shell pattern).

    `copies`: how often the event is delivered; 0 drops it. `held`: kept back until released. `signature`: made with
    another key, or long ago.
    """

    model_config = ConfigDict(extra="forbid")

    event: str = "*"
    times: int = Field(default=1, ge=1)
    copies: int = Field(default=1, ge=0)
    held: bool = False
    signature: Literal["true", "wrong", "stale"] = "true"


Sign = Callable[[bytes, int, Endpoint, bool], dict[str, str]]
"""Makes the headers for a body: the time (Unix seconds), the endpoint, and whether the signature is valid."""


@cache
def _tls() -> ssl.SSLContext:
    """Reading all authorities takes longer than most tests."""
    return httpx.create_ssl_context()


class Sender:
    """Delivers events to every endpoint. A refused one is retried after each of the `retries`, in seconds."""

    def __init__(self, sign: Sign, retries: tuple[float, ...]) -> None:
        self.endpoints: list[Endpoint] = []
        self.faults: list[DeliveryFault] = []
        self._sign = sign
        self._retries = retries
        self._held: list[Callable[[], Awaitable[None]]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._released = asyncio.Event()
        self._http = httpx.AsyncClient(timeout=10, trust_env=False, verify=_tls())

    def send(self, event: dict[str, Any], type: str) -> None:
        """Sends an event with its current content."""
        body = json.dumps(event, separators=(",", ":"), ensure_ascii=False).encode()
        fault = self._take(type)

        async def deliver() -> None:
            await asyncio.gather(*(self._deliver(body, each, fault) for each in self.endpoints * fault.copies))

        if fault.held:
            self._held.append(deliver)
        else:
            self._start(deliver())

    @property
    def waiting(self) -> int:
        """How many events are not accepted yet, apart from those that are held."""
        return len(self._tasks)

    async def release(self) -> None:
        """Delivers the held events one after another, the last one first, and tries again at once what was refused."""
        self._released.set()
        self._released = asyncio.Event()
        held, self._held = self._held, []
        for deliver in reversed(held):
            await deliver()

    async def reset(self) -> None:
        """Ends all deliveries, and forgets endpoints and faults."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.endpoints.clear()
        self.faults.clear()
        self._held.clear()

    async def close(self) -> None:
        await self.reset()
        await self._http.aclose()

    def _take(self, type: str) -> DeliveryFault:
        for fault in self.faults:
            if fnmatchcase(type, fault.event):
                fault.times -= 1
                if not fault.times:
                    self.faults.remove(fault)
                return fault
        return DeliveryFault()

    def _start(self, delivery: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(delivery)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, body: bytes, to: Endpoint, fault: DeliveryFault) -> None:
        for pause in (*self._retries, None):
            at = int(time.time()) - (STALE if fault.signature == "stale" else 0)
            signature = self._sign(body, at, to, fault.signature != "wrong")
            if await self._accepted(to.url, body, signature) or pause is None:
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(self._released.wait(), pause)

    async def _accepted(self, url: str, body: bytes, signature: dict[str, str]) -> bool:
        try:
            answer = await self._http.post(url, content=body, headers={"content-type": "application/json"} | signature)
        except httpx.TransportError:
            return False
        return answer.is_success
