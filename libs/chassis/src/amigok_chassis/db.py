"""PostgreSQL: one engine per process, units of work that commit before the reply, single statements."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from typing import Annotated, Any, ClassVar

from asyncpg import Record
from fastapi import Depends, Request
from pydantic_settings import BaseSettings
from sqlalchemy import event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlalchemy.util import greenlet_spawn

from amigok_chassis import outbox, tracing
from amigok_chassis.audit import log as audit
from amigok_chassis.driver import Connection
from amigok_chassis.errors import Unavailable, is_outage
from amigok_chassis.pool import FairPool
from amigok_chassis.problems import raising
from amigok_chassis.sealing import DATA_KEY, FLEET_KEY
from amigok_chassis.settings import S, of_kind
from amigok_chassis.unit_of_work import DUE, SETTINGS, UnitOfWork


def _nothing(*_: Any) -> None:
    return None


def _refuse_closed(connection: Any, *_: Any) -> None:
    """The driver knows when the server has hung up, so a restart of PostgreSQL costs no request and no ping."""
    if connection.driver_connection.is_closed():
        raise DisconnectionError


class Database:
    """A bounded pool of connections. Work beyond its size waits, first come, first served.

    `committed` is called after each commit that put events into the outbox, `made_due` with the names of tables after
    each that made rows due; `settings` are the service's own, for its units of work, whose `.info` begins with `info`.
    """

    waits: ClassVar[float] = 10
    """Seconds after which work that got no connection is refused."""
    last_first: ClassVar[bool] = False
    """Whether the connection that was used last is used next, rather than all in turn."""

    def __init__(
        self,
        url: str,
        *,
        pool_size: int,
        name: str,
        options: Mapping[str, str] | None = None,
        committed: Callable[[], None] = _nothing,
        settings: BaseSettings | None = None,
        info: Mapping[str, Any] | None = None,
    ) -> None:
        self.engine = self.connect(url, pool_size, {"application_name": name, "timezone": "UTC", **(options or {})})
        self.committed = committed
        self.made_due: Callable[[Iterable[str]], None] = _nothing
        self._info = {**(info or {}), SETTINGS: settings}
        self._sessions = async_sessionmaker(self.engine, class_=UnitOfWork, expire_on_commit=False, info=self._info)
        self._autocommit = self.engine.execution_options(isolation_level="AUTOCOMMIT")
        self._data_key = b""
        self._fleet_key = b""

    def connect(self, url: str, pool_size: int, options: Mapping[str, str]) -> AsyncEngine:
        """An engine whose connections have these options of the server's."""
        engine = create_async_engine(
            url.replace("postgresql://", "postgresql+asyncpg://", 1),
            poolclass=FairPool,
            pool_size=pool_size,
            max_overflow=0,
            pool_timeout=self.waits,
            pool_pre_ping=False,
            pool_use_lifo=self.last_first,
            hide_parameters=True,
            connect_args={
                "timeout": 5,
                "command_timeout": 30,
                "server_settings": options,
                "connection_class": Connection,
            },
        )
        event.listen(engine.sync_engine, "checkout", _refuse_closed)
        return engine

    def unlock(self, data_key: bytes, fleet_key: bytes | None = None) -> None:
        """Gives the keys to this database and its units of work."""
        self._data_key, self._fleet_key = data_key, fleet_key or b""
        self._sessions.configure(info={**self._info, DATA_KEY: data_key, FLEET_KEY: fleet_key})

    def use(self, settings: BaseSettings | None) -> None:
        """Gives these settings of the service to its units of work."""
        self._info[SETTINGS] = settings
        self._sessions.configure(info={**self._info, DATA_KEY: self._data_key, FLEET_KEY: self._fleet_key})

    def settings(self, kind: type[S]) -> S:
        """The service's own settings, for endpoints that are one statement. Raises LookupError for another kind."""
        return of_kind(self._info[SETTINGS], kind)

    @property
    def data_key(self) -> bytes:
        """The service's data key, 32 bytes. Raises LookupError before it is opened."""
        if not self._data_key:
            raise LookupError("the data key is not opened")
        return self._data_key

    @property
    def fleet_key(self) -> bytes:
        """The fleet's key, 32 bytes. Raises LookupError in a service that has none, and before the data key is open."""
        if not self._fleet_key:
            raise LookupError("there is no fleet key here")
        return self._fleet_key

    @asynccontextmanager
    async def unit_of_work(self) -> AsyncIterator[UnitOfWork]:
        """A session whose changes, events and audit entries commit together when the block ends, or not at all."""
        async with self._sessions() as session:
            yield session
            emitted = await outbox.flush(session)
            await audit.flush(session)
            await session.commit()
        if emitted:
            self.committed()
        if due := session.info.get(DUE):
            self.made_due(due)

    def reader(self) -> UnitOfWork:
        """A session for queries only: each statement sees what is committed, without a transaction's round trips."""
        return self._sessions(bind=self._autocommit, autoflush=False)

    @asynccontextmanager
    async def driver(self) -> AsyncIterator[Any]:
        """The driver's own connection, for hot paths: asyncpg's methods, `$1` parameters and rows.

        Leaving it with a transaction open or broken closes the connection instead of giving it back.
        """
        connection = await greenlet_spawn(self.engine.sync_engine.raw_connection)
        driver = connection.driver_connection
        assert driver is not None
        try:
            yield driver
        except BaseException as error:
            if is_outage(error) or driver.is_in_transaction():
                connection.invalidate()
            raise
        finally:
            connection.close()  # needs no greenlet to wait in: there is no transaction to roll back

    async def fetch(self, sql: str, *arguments: Any) -> list[Record]:
        """Runs one statement that commits by itself, in one round trip. Takes and returns what `driver` does."""
        async with self.driver() as driver:
            with tracing.statement():
                rows: list[Record] = await driver.fetch(sql, *arguments)
            return rows

    async def answers(self) -> bool:
        """Whether the database can be asked anything now."""
        try:
            async with asyncio.timeout(5):
                await self.fetch("SELECT 1")
        except Exception:
            return False
        return True

    async def close(self) -> None:
        await self.engine.dispose()


@raising(Unavailable)
async def database(request: Request) -> Database:
    db: Database = request.app.state.runtime.db
    return db


async def _unit_of_work(db: Annotated[Database, Depends(database)]) -> AsyncIterator[UnitOfWork]:
    async with db.unit_of_work() as session:
        yield session


async def _reader(db: Annotated[Database, Depends(database)]) -> AsyncIterator[UnitOfWork]:
    async with db.reader() as session:
        yield session


Session = Annotated[UnitOfWork, Depends(_unit_of_work, scope="function")]
"""A unit of work that commits before the reply is sent."""

Reader = Annotated[UnitOfWork, Depends(_reader, scope="function")]
"""A session for queries only: each statement sees what is committed, without the round trips of a transaction."""

Statements = Annotated[Database, Depends(database)]
"""The database itself, for endpoints that are one statement."""
