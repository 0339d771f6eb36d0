"""What a running process opens and closes, made from a service and its settings."""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

import httpx
import structlog
from pydantic_settings import BaseSettings
from redis.asyncio import Redis

from amigok_chassis import control, housekeeping, keyring, metrics, tracing
from amigok_chassis.auth import TokenVerifier
from amigok_chassis.consumer import Consumer
from amigok_chassis.context import Context
from amigok_chassis.db import Database
from amigok_chassis.proposals.service import SINGLE_ADMINISTRATOR
from amigok_chassis.relay import Notifier, Relay, listen
from amigok_chassis.scheduler import Scheduler
from amigok_chassis.service import Service, Task
from amigok_chassis.settings import Settings, read
from amigok_chassis.storage import Storage
from amigok_chassis.wakes import Wakes

log = structlog.get_logger()


def _redis(settings: Settings) -> Redis | None:
    if not settings.redis_url:
        return None
    return Redis.from_url(settings.redis_url, socket_timeout=5, socket_connect_timeout=5)


@cache
def _authorities() -> ssl.SSLContext:
    """Whom to trust as authorities. Reading them takes longer than all else of a start."""
    return httpx.create_ssl_context()


def _database(kind: type[Database], service: Service, settings: Settings, own: BaseSettings | None) -> Database:
    db = kind(
        settings.database_url,
        pool_size=settings.database_pool_size,
        name=service.name,
        options=service.database_options,
        settings=own,
        info={SINGLE_ADMINISTRATOR: settings.single_administrator},
    )
    if settings.otlp_endpoint:
        tracing.trace_statements(db.engine)
    return db


class Runtime:
    """The open resources of one process: its database, clients and background work."""

    def __init__(self, service: Service, settings: Settings, database: type[Database] = Database) -> None:
        self.service = service
        self.settings = settings
        self.http = httpx.AsyncClient(timeout=10, verify=_authorities())
        self.redis = _redis(settings)
        self.tokens = TokenVerifier(
            self.http,
            settings.jwks_url,
            issuer=settings.token_issuer,
            require_second_factor=settings.require_second_factor,
        )
        self.relay: Relay | None = None
        self.consumer: Consumer | None = None
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._wakes = Wakes()
        self._notifier: Notifier | None = None
        own = read(service.settings) if service.settings else None
        self._db = _database(database, service, settings, own) if service.database else None
        self.context = Context(
            settings,
            own=own,
            db=self._db,
            storage=Storage(settings.storage_url) if service.storage else None,
            http=self.http,
            redis=self.redis,
            tokens=self.tokens,
        )

    @property
    def db(self) -> Database:
        """The service's database. Raises LookupError for a service without one."""
        return self.context.db

    @property
    def works(self) -> bool:
        return self.service.database and self.settings.role in ("worker", "all")

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Starts the work of the process's role; at the end, or if it cannot start, drains it and closes everything."""
        try:
            await self._begin()
            log.info("service.ready", role=self.settings.role)
            if self.service.proposals and self.settings.single_administrator:
                log.warning("service.single_administrator", proposals="take effect without a second person")
            yield
        finally:
            log.info("service.draining")
            await self._drain()
            log.info("service.stopped")

    @asynccontextmanager
    async def idle(self) -> AsyncIterator[None]:
        """The process with its database open and none of its work, for a command; closes everything at the end."""
        try:
            await self._open(self.db)
            yield
        finally:
            await self._drain()

    async def _begin(self) -> None:
        if self.redis is not None:
            movable = self.settings.environment != "production"
            self._start("control", control.follow(self.redis, self.tokens, movable_clock=movable))
        if self._db is not None:
            await self._open(self._db)
        if self.works:
            self._work(self.db)
        elif self._db is not None:
            self._notifier = Notifier(self._db)
            self._db.committed = self._db.made_due = self._notifier.notify

    async def _open(self, db: Database) -> None:
        if self.service.fleet_key and self.settings.fleet_secret is None:
            raise ValueError(f"AMIGOK_FLEET_KEY is not set, and {self.service.name} shares secrets with others")
        await keyring.unlock(db, self.settings, service=self.service.name)
        if self.service.startup is not None:
            async with db.unit_of_work() as session:
                await self.service.startup(session)

    def _work(self, db: Database) -> None:
        self.relay = Relay(db, self.settings.broker_url, source=self.service.name)
        db.committed, db.made_due = self.relay.wake, self._wakes.wake
        self._start("relay", self.relay.run())
        self._start("listen", listen(db, self._hear))
        jobs = [*self.service.jobs, *housekeeping.jobs(self.settings)]
        tasks = [*self.service.tasks, housekeeping.observe(self.service)]
        self._count_from_zero([*(job.name for job in jobs), *(task.name for task in tasks)])
        self._start("scheduler", Scheduler(db, jobs).run())
        for task in tasks:
            self._start(task.name, self._repeat(task))
        if self.service.consumes:
            self.consumer = Consumer(self.service, db, self.settings.broker_url)
            self._start("consumer", self.consumer.run())

    def _count_from_zero(self, work: Sequence[str]) -> None:
        metrics.begin(queues=self.service.queues, work=work, events=[event.type for event in self.service.publishes])

    def _hear(self, hint: str) -> None:
        if hint:
            self._wakes.wake([hint])
        elif self.relay is not None:
            self.relay.wake()

    async def _repeat(self, task: Task) -> None:
        """Runs a task until it is cancelled. A failed run waits for its next turn."""
        while True:
            pause = None
            try:
                pause = await task.run(self.context)
            except Exception as error:
                metrics.JOB_FAILURES.labels(task.name).inc()
                log.error("task.failed", task=task.name, error=repr(error))
            await self._wakes.sleep(task.topic or task.name, task.seconds if pause is None else pause)

    def _start(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        self._tasks[name] = asyncio.create_task(work, name=name)

    async def _drain(self) -> None:
        """Finishes the current events, then ends the rest. The outbox keeps what was not published."""
        self.context.ending.set()
        if self.consumer is not None:
            self.consumer.stop()
            await asyncio.wait({self._tasks["consumer"]}, timeout=self.settings.shutdown_seconds)
        for task in self._tasks.values():
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        if self._notifier is not None:
            await self._notifier.close()
        await self.http.aclose()
        if self.redis is not None:
            await self.redis.aclose()
        if self._db is not None:
            await self._db.close()

    async def unready(self) -> dict[str, str]:
        """What keeps this process from its work, by name; empty if nothing does."""
        reasons: dict[str, str] = {}
        if self.context.ending.is_set():
            reasons["process"] = "draining"
        if self._db is not None:
            try:
                async with asyncio.timeout(2):
                    await self._db.fetch("SELECT 1")
            except Exception as error:
                reasons["database"] = type(error).__name__
        return reasons

    def worker_state(self) -> dict[str, str]:
        """What the worker is disconnected from. It does not make the API unready, since nothing is lost meanwhile."""
        return {
            name: "disconnected"
            for name, part in (("relay", self.relay), ("consumer", self.consumer))
            if part is not None and not part.connected
        } | {name: "ended" for name, task in self._tasks.items() if task.done()}
