"""All listeners of one process. They share one look at the log and one subscription, whatever their number.

The table is the truth: entries are read in the order of their positions, once a second and whenever Redis hints that
there are new ones. Without Redis clients are told a second later, and nothing else changes.
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from uuid import UUID

import structlog
from prometheus_client import Gauge
from redis.asyncio import Redis
from redis.exceptions import RedisError

from amigok_chassis.context import Context
from amigok_chassis.errors import Unauthenticated
from notification.settings import Settings
from notification.stream import reading
from notification.stream.errors import TooManyStreams
from notification.stream.listeners import Listener
from notification.stream.log import CHANNEL

log = structlog.get_logger()

LOOK_SECONDS = 1.0

LISTENING = Gauge("amigok_stream_clients", "Clients that are connected to the stream of notifications")

_SHUT_OUT = "SELECT user_id FROM user_standings WHERE user_id = ANY($1::uuid[]) AND status <> 'active'"


def refuse_too_many(context: Context) -> None:
    """Raises TooManyStreams where as many listen to this process as may."""
    if context.once(Hub).count() >= context.settings(Settings).streams_at_once:
        raise TooManyStreams(retry_after=30)


class Hub:
    """`async with hub.joined(listener) as position`: it hears of everything after this position."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._listeners: defaultdict[UUID, list[Listener]] = defaultdict(list)
        self._position = 0
        self._hint = asyncio.Event()
        self._work: asyncio.Task[None] | None = None
        self._changing = asyncio.Lock()
        self._let_go_at = 0.0

    def count(self) -> int:
        """How many listen."""
        return sum(map(len, self._listeners.values()))

    @asynccontextmanager
    async def joined(self, listener: Listener) -> AsyncIterator[int]:
        """Lets go of the user's oldest where they have too many."""
        position = await self._begun()
        self._admit(listener)  # nothing may come between: an entry would be told twice, or not at all
        try:
            yield position
        finally:
            self._leave(listener)
            await self._ended()

    def _admit(self, listener: Listener) -> None:
        most = self._context.settings(Settings).streams_of_one_user
        mine = self._listeners[listener.principal.id]
        listening = [each for each in mine if not each.ended]
        for oldest in listening[: max(len(listening) + 1 - most, 0)]:
            oldest.end("replaced")
        mine.append(listener)
        LISTENING.set(self.count())

    def _leave(self, listener: Listener) -> None:
        mine = self._listeners[listener.principal.id]
        mine.remove(listener)
        if not mine:
            del self._listeners[listener.principal.id]
        LISTENING.set(self.count())

    async def _begun(self) -> int:
        """The position so far. The first listener starts the work."""
        async with self._changing:
            if self._work is None:
                self._position = await reading.top(self._context.db)
                self._work = asyncio.create_task(self._run())
        return self._position

    async def _ended(self) -> None:
        """Ends the work after the last listener."""
        async with self._changing:
            if self._work is not None and not self._listeners:
                self._hint.set()
                await self._work
                self._work = None

    async def _run(self) -> None:
        helpers = [asyncio.create_task(each) for each in (self._hear(), self._heed_the_end())]
        while self._listeners:
            try:
                await self._turn()
            except Exception as error:
                log.warning("stream.interrupted", error=repr(error))
                await asyncio.sleep(LOOK_SECONDS)
        for helper in helpers:
            helper.cancel()
        await asyncio.gather(*helpers, return_exceptions=True)

    async def _turn(self) -> None:
        found = await self._look()
        if time.monotonic() >= self._let_go_at:
            await self._let_go()
            self._let_go_at = time.monotonic() + LOOK_SECONDS
        if self._context.ending.is_set():
            for listener in self._everybody():
                listener.end("restart")
        if found < reading.AT_ONCE:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._hint.wait(), LOOK_SECONDS)
        self._hint.clear()

    async def _look(self) -> int:
        rows = await reading.since(self._context.db, self._position)
        for row in rows:
            if mine := self._listeners.get(row["user_id"]):
                frame = reading.frame(row)
                for listener in mine:
                    listener.offer(row["position"], frame)
            self._position = row["position"]
        return len(rows)

    async def _let_go(self) -> None:
        """Of clients whose token has expired, whose session has ended, or whose user may no longer act."""
        rows = await self._context.db.fetch(_SHUT_OUT, list(self._listeners))
        shut_out = {row["user_id"] for row in rows}
        for listener in self._everybody():
            if listener.principal.id in shut_out:
                listener.end("shut_out")
            try:
                self._context.tokens.refuse_ended(listener.principal)
            except Unauthenticated:
                listener.end("expired")

    def _everybody(self) -> Iterator[Listener]:
        return (each for of_one in self._listeners.values() for each in of_one)

    async def _hear(self) -> None:
        """Follows the hints of Redis, again and again where it was away."""
        while self._context.redis is not None:
            try:
                await self._follow(self._context.redis)
            except (RedisError, OSError) as error:
                log.warning("stream.no_hints", error=repr(error))
            await asyncio.sleep(LOOK_SECONDS)

    async def _follow(self, redis: Redis) -> None:
        async with redis.pubsub(ignore_subscribe_messages=True) as hints:
            await hints.subscribe(CHANNEL)
            while True:
                if await hints.get_message(timeout=LOOK_SECONDS):
                    self._hint.set()

    async def _heed_the_end(self) -> None:
        await self._context.ending.wait()
        self._hint.set()
