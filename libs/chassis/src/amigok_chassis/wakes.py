"""Wakes the tasks of a process as soon as there is something for them, instead of at their next turn."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress


class Wakes:
    """Topics that tasks sleep on; the topic of due rows is the name of their table."""

    def __init__(self) -> None:
        self._events: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)

    def wake(self, topics: Iterable[str]) -> None:
        """Wakes who sleeps on these topics, or will next."""
        for topic in topics:
            self._events[topic].set()

    async def sleep(self, topic: str, seconds: float) -> None:
        """Sleeps until the topic is woken, at most so long."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._events[topic].wait(), seconds)
        self._events[topic].clear()
