"""The time of the whole fleet, moved for a while: for the demo and black-box tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from redis.asyncio import Redis

from amigok.connections import redis_url
from amigok.state import State
from amigok_chassis.clock import OFFSET_KEY
from amigok_chassis.control import POLL_SECONDS


class Clock:
    """The fleet's clock. It is moved on, and never back while somebody looks at it."""

    def __init__(self, redis: Redis, offset: timedelta) -> None:
        self._redis, self._offset = redis, offset

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    async def advance(self, by: timedelta) -> None:
        """Returns when every process has had the time to follow."""
        await self._set(self._offset + by)

    async def _set(self, offset: timedelta) -> None:
        self._offset = offset
        await self._redis.set(OFFSET_KEY, offset.total_seconds())
        await asyncio.sleep(POLL_SECONDS * 2)


@asynccontextmanager
async def moving(state: State) -> AsyncIterator[Clock]:
    """The fleet's clock; afterwards it is as far from the real time as before.

    It returns when every process has had the time to follow: what one that is ahead writes would be due in weeks.
    """
    async with Redis.from_url(redis_url(state)) as redis:
        before = timedelta(seconds=float(await redis.get(OFFSET_KEY) or 0))
        clock = Clock(redis, before)
        try:
            yield clock
        finally:
            await clock._set(before)
