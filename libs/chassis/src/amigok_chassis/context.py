"""What a running process provides to use cases that reach outside of a transaction."""

import asyncio
from collections.abc import Callable
from typing import Annotated, Any, TypeVar, cast

import httpx
from fastapi import Depends, Request
from pydantic_settings import BaseSettings
from redis.asyncio import Redis

from amigok_chassis.auth import TokenVerifier
from amigok_chassis.db import Database
from amigok_chassis.settings import S, Settings, of_kind
from amigok_chassis.storage import Storage

T = TypeVar("T")


class Context:
    """The settings, database, storage and clients of one process. Tasks are given it, endpoints ask for `InContext`.

    `config` are the settings that every service has, `settings(kind)` the service's own.
    """

    def __init__(
        self,
        config: Settings,
        *,
        own: BaseSettings | None,
        db: Database | None,
        storage: Storage | None,
        http: httpx.AsyncClient,
        redis: Redis | None,
        tokens: TokenVerifier,
    ) -> None:
        self.config = config
        self.http = http
        self.redis = redis
        self.tokens = tokens
        self.ending = asyncio.Event()
        """Set when the process begins to end: answers that last, such as streams of events, end with it."""

        self._own = own
        self._db = db
        self._storage = storage
        self._made: dict[Callable[[Context], Any], Any] = {}

    def settings(self, kind: type[S]) -> S:
        """The service's own settings, read once at start. Raises LookupError where they are not of this kind."""
        return of_kind(self._own, kind)

    def use(self, own: BaseSettings) -> None:
        """Replaces the service's settings; for tests."""
        self._own = own
        if self._db is not None:
            self._db.use(own)

    @property
    def db(self) -> Database:
        """The service's database. Raises LookupError for a service without one."""
        if self._db is None:
            raise LookupError("this process has no database")
        return self._db

    @property
    def storage(self) -> Storage:
        """Where the service keeps objects. Raises LookupError for a service that keeps none."""
        if self._storage is None:
            raise LookupError("this process keeps no objects")
        return self._storage

    def once(self, make: Callable[["Context"], T]) -> T:
        """The result of `make(context)`, made at first use and kept as long as the process runs."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(T, self._made[make])


async def _context(request: Request) -> Context:
    context: Context = request.app.state.runtime.context
    return context


InContext = Annotated[Context, Depends(_context)]
"""The context of the process, for endpoints whose use cases reach outside of a transaction."""
