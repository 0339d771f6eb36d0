"""A pool of connections that serves whoever has waited longest.

SQLAlchemy's own gives a returned connection to whoever asks next, and sends a waiter who was woken too late to the end
of the line: under load some wait until they time out while others are served again and again.
"""

import asyncio
from collections import deque
from typing import Any

from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import AsyncAdaptedQueuePool, ConnectionPoolEntry
from sqlalchemy.util import await_only

WAITING_MOST = 2_000
"""At most so many may wait. Others are refused at once, instead of after the time-out."""


class FairPool(AsyncAdaptedQueuePool):
    """A pool without overflow that gives connections in the order of the requests."""

    def __init__(self, creator: Any, pool_size: int = 5, **options: Any) -> None:
        super().__init__(creator, pool_size=pool_size, **options)
        self._free = pool_size
        self._line: deque[asyncio.Future[None]] = deque()

    def _do_get(self) -> ConnectionPoolEntry:
        if self._free:
            self._free -= 1
        else:
            await_only(self._turn())
        try:
            return super()._do_get()
        except BaseException:
            self._pass_on()
            raise

    def _do_return_conn(self, record: ConnectionPoolEntry) -> None:
        try:
            super()._do_return_conn(record)
        finally:
            self._pass_on()

    async def _turn(self) -> None:
        if len(self._line) >= WAITING_MOST:
            raise PoolTimeout(f"{len(self._line)} wait for a connection")
        turn = asyncio.get_running_loop().create_future()
        self._line.append(turn)
        try:
            async with asyncio.timeout(self._timeout):
                await turn
        except BaseException as error:
            if turn.done() and not turn.cancelled():
                self._pass_on()
            if isinstance(error, TimeoutError):
                raise PoolTimeout(f"no connection became free in {self._timeout:.0f} s") from error
            raise

    def _pass_on(self) -> None:
        """Gives the connection to whoever has waited longest, or frees it if nobody waits."""
        while self._line:
            turn = self._line.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1
