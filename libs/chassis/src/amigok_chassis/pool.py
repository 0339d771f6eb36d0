"""A pool of connections that serves who has waited longest.

SQLAlchemy's own gives a returned connection to whoever asks next, and sends a waiter who was woken too late to the end
of the line: under load some wait until they time out while others are served again and again.
"""

import asyncio
from typing import Any

from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import AsyncAdaptedQueuePool, ConnectionPoolEntry
from sqlalchemy.util import await_only

WAITING_MOST = 2_000
"""So many may wait; who comes then is refused at once, instead of after the time-out."""


class FairPool(AsyncAdaptedQueuePool):
    """A pool without overflow, whose turns come in the order in which they were asked for."""

    def __init__(self, creator: Any, pool_size: int = 5, **options: Any) -> None:
        super().__init__(creator, pool_size=pool_size, **options)
        self._turns = asyncio.Semaphore(pool_size)
        self._waiting = 0

    def _do_get(self) -> ConnectionPoolEntry:
        await_only(self._turn())
        try:
            return super()._do_get()
        except BaseException:
            self._turns.release()
            raise

    def _do_return_conn(self, record: ConnectionPoolEntry) -> None:
        try:
            super()._do_return_conn(record)
        finally:
            self._turns.release()

    async def _turn(self) -> None:
        if self._waiting >= WAITING_MOST:
            raise PoolTimeout(f"{self._waiting} wait for a connection")
        self._waiting += 1
        try:
            async with asyncio.timeout(self._timeout):
                await self._turns.acquire()
        except TimeoutError as error:
            raise PoolTimeout(f"no connection became free in {self._timeout:.0f} s") from error
        finally:
            self._waiting -= 1
