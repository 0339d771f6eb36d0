"""Databases for tests: copies of one migrated template, emptied and used again."""

import asyncio
import hashlib
import itertools
import os
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, cast

import asyncpg
from sqlalchemy import event as sql
from sqlalchemy.ext.asyncio import AsyncEngine

from amigok_chassis import migrations
from amigok_chassis.db import Database
from amigok_chassis.ids import new_id
from amigok_chassis.patience import PATIENCE
from amigok_chassis.pool import FairPool
from amigok_chassis.process import upgrade
from amigok_chassis.service import Service

SERVER = "AMIGOK_TEST_POSTGRES_URL"
"""Where the environment names the server, by a superuser's URL; the root conftest sets it."""

Prepare = Callable[[str], Awaitable[Any]]
"""Puts something into the database of this URL, for many tests to begin with."""


@asynccontextmanager
async def database(service: Service) -> AsyncIterator[str]:
    """The URL of a freshly migrated database that is dropped afterwards."""
    url = await _create(service)
    yield url
    connection = await asyncpg.connect(os.environ[SERVER])
    await connection.execute(f'DROP DATABASE "{url.rsplit("/", 1)[1]}" WITH (FORCE)')
    await connection.close()


async def _create(service: Service) -> str:
    """The URL of a new database, a copy of the service's template."""
    name = f"test_{service.name}_{new_id().hex}"
    connection = await asyncpg.connect(os.environ[SERVER])
    try:
        template = await _template(connection, service)
        await connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    finally:
        await connection.close()
    return _url(name)


async def _template(connection: asyncpg.Connection, service: Service) -> str:
    """The database that is copied. Whoever needs it first makes it, for all processes on this server.

    Its name tells what it was made by, so that it serves until a migration changes.
    """
    name = f"template_{service.name}_{_digest(service.migrations, service.extensions)}"
    exists = "SELECT FROM pg_database WHERE datname = $1"
    if await connection.fetch(exists, name):
        return name
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(hashtext($1))", name)
        if not await connection.fetch(exists, name):
            await _make(service, name)
    return name


@cache
def _digest(folder: Path, extensions: tuple[str, ...]) -> str:
    digest = hashlib.sha256(repr(extensions).encode())
    for path in _sources(folder):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _sources(folder: Path) -> Iterator[Path]:
    """All that a template is made by."""
    yield Path(__file__)
    for root in (Path(migrations.__path__[0]), folder):
        yield from sorted(path for path in root.rglob("*") if path.suffix in (".py", ".sql"))


async def _make(service: Service, name: str) -> None:
    """Makes a template. It has its name only when it is complete."""
    draft = f"draft_{service.name}_{new_id().hex}"
    outside = await asyncpg.connect(os.environ[SERVER])
    await outside.execute(f'CREATE DATABASE "{draft}"')
    inside = await asyncpg.connect(_url(draft))
    for extension in service.extensions:
        await inside.execute(f'CREATE EXTENSION IF NOT EXISTS "{extension}"')
    await upgrade(service, _url(draft))
    await _seed(inside)
    await inside.close()
    await outside.execute(f'ALTER DATABASE "{draft}" RENAME TO "{name}"')
    await outside.close()


_SCHEMA = """
CREATE SCHEMA seeds;
CREATE TABLE seeds.changes (tag text);
CREATE FUNCTION seeds.note() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF tg_tag LIKE 'DROP %'
        OR EXISTS (SELECT FROM pg_event_trigger_ddl_commands() WHERE schema_name IS DISTINCT FROM 'pg_temp') THEN
        INSERT INTO seeds.changes VALUES (tg_tag);
    END IF;
END $$;
"""
_NOTING = """
CREATE EVENT TRIGGER seeds_note ON ddl_command_end EXECUTE FUNCTION seeds.note();
ALTER EVENT TRIGGER seeds_note ENABLE ALWAYS
"""
_TABLES = (
    "SELECT quote_ident(relname) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace "
    "AND relname <> 'spatial_ref_sys'"
)
_COLUMNS = (
    "SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute "
    "WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''"
)


async def _seed(connection: asyncpg.Connection) -> None:
    """Gives a migrated database `seeds.restore()`, which makes it as it is now; False if more than rows was changed.

    A table is touched only if there is something in it. What a migration or a preparation put there is kept in `seeds`.
    """
    await connection.execute(_SCHEMA)
    steps: list[str] = []
    for (name,) in await connection.fetch(_TABLES):
        steps.append(f"IF EXISTS (SELECT FROM {name}) THEN DELETE FROM {name}; END IF;")
        if await connection.fetchval(f"SELECT EXISTS (SELECT FROM {name})"):
            await connection.execute(f"CREATE TABLE seeds.{name} AS TABLE {name}")
            columns = await connection.fetchval(_COLUMNS, name)
            steps.append(f"INSERT INTO {name} ({columns}) OVERRIDING SYSTEM VALUE SELECT {columns} FROM seeds.{name};")
    await connection.execute(
        "CREATE FUNCTION seeds.restore() RETURNS boolean LANGUAGE plpgsql SET search_path = public "
        "SET session_replication_role = replica SET lock_timeout = '5s' AS "
        "$$ #variable_conflict use_column\n"  # a column may be called as one of the language's own, such as `found`
        f"BEGIN {' '.join(steps)} RETURN NOT EXISTS (SELECT FROM seeds.changes); END $$"
    )
    await connection.execute(_NOTING)
    assert await connection.fetchval("SELECT seeds.restore()"), "it does not come back to what it was"


@dataclass
class _Reusable:
    """A database that tests of this process use one after the other. Emptying one is faster than creating one."""

    url: str
    connection: asyncpg.Connection
    prepared: Any = None
    """What the preparation returned."""

    @classmethod
    async def made(cls, service: Service, prepare: Prepare | None) -> "_Reusable":
        url = await _create(service)
        _reusable.add(url)
        one = cls(url, await asyncpg.connect(url))
        if prepare is not None:
            one.prepared = await prepare(url)
            await one.connection.execute("DROP EVENT TRIGGER seeds_note; DROP SCHEMA seeds CASCADE")
            await _seed(one.connection)
        return one

    async def emptied(self) -> bool:
        """Empties it. Returns False if a test has changed more than rows; then nobody can use it any more."""
        try:
            if await self.connection.fetchval("SELECT seeds.restore()"):
                return True
        except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
            pass
        self.connection.terminate()
        return False


_idle: defaultdict[tuple[str, object], list[_Reusable]] = defaultdict(list)
_reusable: set[str] = set()


@asynccontextmanager
async def reused(service: Service, prepare: Prepare | None = None, *, name: object = None) -> AsyncIterator[_Reusable]:
    """A migrated database that nobody else uses meanwhile: empty, or as `prepare` left it, which runs once.

    `name` tells preparations apart.
    """
    idle = _idle[service.name, name]
    one = idle.pop() if idle else await _Reusable.made(service, prepare)
    try:
        yield one
    finally:
        if await one.emptied():
            idle.append(one)
        else:
            await TestDatabase.forget(one.url)


IDLE_MOST = 48
"""At most so many connections of this process are kept for the next rigs; those that wait longest are closed first."""


class TestDatabase(Database):
    """A database whose connections, and the statements that they know, serve the next rig on the same database."""

    __test__ = False  # pytest takes it for tests
    waits = PATIENCE  # a slow machine is no outage
    last_first = True  # few connections learn the statements, not all in turn
    _kept: ClassVar[dict[tuple[object, ...], AsyncEngine]] = {}
    """By URL, options and loop; who waits longest is first."""

    def connect(self, url: str, pool_size: int, options: Mapping[str, str]) -> AsyncEngine:
        self._key = (url, pool_size, *sorted(options.items()), asyncio.get_running_loop())
        return self._kept.pop(self._key, None) or super().connect(url, pool_size, options)

    async def close(self) -> None:
        if _idle_in(self.engine) is None or self._key[0] not in _reusable or self._key in self._kept:
            return await self.engine.dispose()
        self._kept[self._key] = self.engine
        while sum(_idle_in(engine) or 0 for engine in self._kept.values()) > IDLE_MOST:
            await self._kept.pop(next(iter(self._kept))).dispose()
        return None

    @classmethod
    async def forget(cls, url: str) -> None:
        """Closes what is kept for a database that nobody will use again."""
        _reusable.discard(url)
        for key in [key for key in cls._kept if key[0] == url]:
            await cls._kept.pop(key).dispose()


async def close_kept() -> None:
    """Closes what is kept for rigs to come."""
    for url in list(_reusable):
        await TestDatabase.forget(url)
    for one in itertools.chain.from_iterable(_idle.values()):
        await one.connection.close()
    _idle.clear()


def _idle_in(engine: AsyncEngine) -> int | None:
    """How many connections its pool has, none of which is in use."""
    pool = cast(FairPool, engine.pool)
    return None if pool.checkedout() else pool.checkedin()


def _url(name: str) -> str:
    return f"{os.environ[SERVER].rsplit('/', 1)[0]}/{name}"


@contextmanager
def statements(db: Database) -> Iterator[list[str]]:
    """What is asked of the database meanwhile through units of work, statement by statement."""
    found: list[str] = []

    def note(*arguments: Any) -> None:
        found.append(arguments[2])

    engine = db.engine.sync_engine
    sql.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        sql.remove(engine, "before_cursor_execute", note)
