"""Work that is heavy on the processor or on memory: in threads of its own, with a bounded queue before them."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Any, TypeVar

from identity.errors import TooBusy

WAITING = 32
"""So many wait for each thread: at 50 ms each, for not much more than a second."""

SHARE = 4
"""Hashing may take a quarter of the memory."""

T = TypeVar("T")


def threads(*, memory: int, each: int, at_most: int | None) -> int:
    """How many may hash at once in `memory` bytes, of which one takes `each`: one at least, one a core at most."""
    cores = len(os.sched_getaffinity(0))
    return max(1, min(cores, memory // SHARE // each, at_most or cores))


class Pool:
    """So many threads, and so many that wait for one of them."""

    def __init__(self, threads: int, *, name: str) -> None:
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._places = threads * (1 + WAITING)
        self._taken = 0
        self._counting = Lock()

    def refuse_when_full(self) -> None:
        """Raises TooBusy when nobody else may wait now."""
        if self._taken >= self._places:
            raise TooBusy

    async def run(self, work: Callable[..., T], *arguments: Any) -> T:
        """What the work returns, done off the event loop. Raises TooBusy at once when the queue is full."""
        with self._counting:
            self.refuse_when_full()
            self._taken += 1
        begun = self._threads.submit(work, *arguments)
        begun.add_done_callback(self._leave)
        return await asyncio.wrap_future(begun)

    def _leave(self, _: Future[Any]) -> None:
        with self._counting:
            self._taken -= 1
