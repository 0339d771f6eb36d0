"""A lean load generator: HTTP/1.1 over kept-alive connections, each sending its next request after an answer."""

from __future__ import annotations

import asyncio
import itertools
import re
import secrets
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from amigok.errors import Failure
from bench import child

CLIENTS = 32
KEY = "@" * 24
"""Stands in a request for what differs each time it is sent: an idempotency key."""

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


@dataclass
class _Tally:
    statuses: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    counting: bool = False
    over: bool = False


class _Client(asyncio.Protocol):
    """One connection. An answer without a length, or a connection that the server ends, is an error."""

    def __init__(self, requests: Iterator[bytes], tally: _Tally) -> None:
        self._requests, self._tally = requests, tally
        self._buffer = b""
        self._body = -1
        self._sent = 0.0
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: Any) -> None:
        self._transport = transport
        self._send()

    def connection_lost(self, error: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(ConnectionError(f"the server hung up: {error}"))

    def _send(self) -> None:
        if self._tally.over:
            self.done.set_result(None)
            self._transport.close()
            return
        self._sent = time.perf_counter()
        self._transport.write(next(self._requests))

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if self._body < 0:
            head = self._buffer.find(b"\r\n\r\n")
            if head < 0:
                return
            length = _LENGTH.search(self._buffer, 0, head + 2)
            if length is None:
                self.done.set_exception(ConnectionError(f"an answer without a length: {self._buffer[:200]!r}"))
                self._transport.close()
                return
            self._body = head + 4 + int(length[1])
        if len(self._buffer) >= self._body:
            self._answered()

    def _answered(self) -> None:
        if self._tally.counting:
            self._tally.seconds.append(time.perf_counter() - self._sent)
        status = self._buffer[9:12].decode()
        self._tally.statuses[status if status[0] == "2" else self._buffer[self._body - 500 :].decode()] += 1
        self._buffer, self._body = b"", -1
        self._send()


async def generate(url: str, requests: Sequence[str], warmup: float, seconds: float, clients: int) -> dict[str, Any]:
    """Keeps `clients` connections busy; what is answered in the last `seconds` counts."""
    tally = _Tally()
    loop = asyncio.get_running_loop()
    address = urlsplit(url)
    ready = _endless([request.encode() for request in requests])
    connections = [
        (await loop.create_connection(lambda: _Client(ready, tally), address.hostname or "", address.port or 80))[1]
        for _ in range(clients)
    ]
    everyone = asyncio.gather(*(connection.done for connection in connections))
    await asyncio.wait([everyone], timeout=warmup)
    tally.counting, begun = True, time.perf_counter()
    await asyncio.wait([everyone], timeout=seconds)
    tally.counting, elapsed = False, time.perf_counter() - begun
    tally.over = True
    await everyone
    times = sorted(tally.seconds)
    return {
        "rate": len(times) / elapsed,
        "p50_ms": 1000 * times[len(times) // 2],
        "p99_ms": 1000 * times[len(times) * 99 // 100],
        "statuses": tally.statuses,
    }


def _endless(requests: Sequence[bytes]) -> Iterator[bytes]:
    run, number = secrets.token_hex(6), itertools.count()
    placeholder = KEY.encode()
    for request in itertools.cycle(requests):
        yield request.replace(placeholder, b"%s%012d" % (run.encode(), next(number)))


def get(path: str, token: str = "") -> str:
    """A GET as it goes over the wire."""
    who = f"Authorization: Bearer {token}\r\n" if token else ""
    return f"GET {path} HTTP/1.1\r\nHost: bench\r\nAccept: application/json\r\n{who}\r\n"


def post(path: str, token: str, body: str) -> str:
    """A POST with an idempotency key, new each time it is sent."""
    return (
        f"POST {path} HTTP/1.1\r\nHost: bench\r\nAccept: application/json\r\nAuthorization: Bearer {token}\r\n"
        f"Idempotency-Key: {KEY}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    )


def rate(
    url: str, requests: Sequence[str], *, seconds: float, warmup: float = 1.0, clients: int = CLIENTS
) -> dict[str, Any]:
    """Runs the generator in a process of its own. `Failure` unless every answer was a success."""
    measured: dict[str, Any] = child.run(
        "load:generate", url=url, requests=list(requests), warmup=warmup, seconds=seconds, clients=clients
    )
    if failures := {status: count for status, count in measured["statuses"].items() if len(status) > 3}:
        raise Failure(f"{url} did not answer with success: {failures}")
    return measured
