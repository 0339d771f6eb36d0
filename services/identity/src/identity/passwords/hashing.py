"""Runs work that needs much processor time or memory in threads of its own, behind a bounded queue."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Any, TypeVar

from identity.passwords.errors import TooBusy

WAITING = 32
"""How many may wait for each thread. At 50 ms each, the last one waits little more than a second."""

SHARE = 4
"""Hashing may use a quarter of the memory."""

T = TypeVar("T")


def threads(*, memory: int, each: int, at_most: int | None) -> int:
    """How many threads may hash at once in `memory` bytes if each needs `each`: at least 1, at most one a core."""
    cores = len(os.sched_getaffinity(0))
    return max(1, min(cores, memory // SHARE // each, at_most or cores))


class Pool:
    """A number of threads, with a bounded queue for each."""

    def __init__(self, threads: int, *, name: str) -> None:
        self._name = name
        self._size = 0
        self._taken = 0
        self._counting = Lock()
        self.resize(threads)

    def resize(self, threads: int) -> None:
        """Uses so many threads from now on; threads start when they are first needed."""
        if threads != self._size:
            self._size = threads
            self._threads = ThreadPoolExecutor(threads, thread_name_prefix=self._name)

    def refuse_when_full(self) -> None:
        """Raises TooBusy when the queue is full."""
        if self._taken >= self._size * (1 + WAITING):
            raise TooBusy

    async def run(self, work: Callable[..., T], *arguments: Any) -> T:
        """Returns the result of the work, which runs off the event loop. Raises TooBusy when the queue is full."""
        with self._counting:
            self.refuse_when_full()
            self._taken += 1
        begun = self._threads.submit(work, *arguments)
        begun.add_done_callback(self._leave)
        return await asyncio.wrap_future(begun)

    def _leave(self, _: Future[Any]) -> None:
        with self._counting:
            self._taken -= 1
