"""What the demonstration shows of itself."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Stage:
    """Prints what happens: steps with their time, facts, and the events published meanwhile."""

    def __init__(self) -> None:
        self._published: list[str] = []

    def published(self, routing_key: str) -> None:
        self._published.append(routing_key)

    @asynccontextmanager
    async def step(self, title: str) -> AsyncIterator[None]:
        print(f"\n{title}")
        begun = time.monotonic()
        yield
        took = time.monotonic() - begun
        await asyncio.sleep(0.3)
        counts = {key: self._published.count(key) for key in dict.fromkeys(self._published)}
        self._published.clear()
        for key, count in counts.items():
            print(f"    event  {key}{f' x {count}' if count > 1 else ''}")
        print(f"    took   {took * 1000:.0f} ms")

    def fact(self, text: str) -> None:
        print(f"    {text}")
