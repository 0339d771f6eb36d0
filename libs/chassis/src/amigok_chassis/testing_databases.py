"""Databases for tests: copies of one migrated template, emptied and used again."""

import os
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg

from amigok_chassis.ids import new_id
from amigok_chassis.process import upgrade
from amigok_chassis.service import Service

SERVER = "AMIGOK_TEST_POSTGRES_URL"
"""Where the environment names the server, by a superuser's URL; the root conftest sets it."""

_templates: set[str] = set()


@asynccontextmanager
async def database(service: Service) -> AsyncIterator[str]:
    """The URL of a freshly migrated database that is dropped afterwards."""
    url = await _create(service)
    yield url
    connection = await asyncpg.connect(os.environ[SERVER])
    await connection.execute(f'DROP DATABASE "{url.rsplit("/", 1)[1]}" WITH (FORCE)')
    await connection.close()


async def _create(service: Service) -> str:
    """The URL of a new database, a copy of this test process's template."""
    template = f"template_{service.name}_{os.getpid()}"
    name = f"test_{service.name}_{new_id().hex}"
    server = os.environ[SERVER]
    connection = await asyncpg.connect(server)
    try:
        if template not in _templates:
            await _migrated(connection, service, template)
            _templates.add(template)
        await connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    finally:
        await connection.close()
    return _url(server, name)


async def _migrated(connection: asyncpg.Connection, service: Service, name: str) -> None:
    await connection.execute(f'CREATE DATABASE "{name}"')
    url = _url(os.environ[SERVER], name)
    inside = await asyncpg.connect(url)
    for extension in service.extensions:
        await inside.execute(f'CREATE EXTENSION IF NOT EXISTS "{extension}"')
    await inside.close()
    await upgrade(service, url)


_SHAPE = """
SELECT md5(string_agg(part, ' ' ORDER BY part)) FROM (
    SELECT concat_ws(':', oid, relname, relkind) FROM pg_class WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT concat_ws(':', oid, tgname, tgenabled) FROM pg_trigger
    UNION ALL SELECT concat_ws(':', oid, conname, convalidated) FROM pg_constraint
    UNION ALL SELECT concat_ws(':', attrelid, attname, atttypid, attnotnull, attisdropped)
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid WHERE relnamespace = 'public'::regnamespace
) AS parts (part)
"""
_TABLES = (
    "SELECT quote_ident(relname) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace "
    "AND relname <> 'spatial_ref_sys'"
)


@dataclass
class _Reusable:
    """A database that tests of this process use one after the other. Emptying one is faster than creating one."""

    url: str
    shape: str
    statement: str

    @classmethod
    async def made(cls, service: Service) -> "_Reusable":
        url = await _create(service)
        connection = await asyncpg.connect(url)
        statements = ["SET session_replication_role = replica", "SET lock_timeout = '5s'"]
        await connection.execute("CREATE SCHEMA seeds")
        for (name,) in await connection.fetch(_TABLES):
            statements.append(f"DELETE FROM {name}")
            if await connection.fetchval(f"SELECT EXISTS (SELECT FROM {name})"):
                await connection.execute(f"CREATE TABLE seeds.{name} AS TABLE {name}")
                statements.append(f"INSERT INTO {name} SELECT * FROM seeds.{name}")
        shape = await connection.fetchval(_SHAPE)
        await connection.close()
        return cls(url, shape, "; ".join(statements))

    async def emptied(self) -> bool:
        """Empties it. Returns False if a test has changed more than rows."""
        connection = await asyncpg.connect(self.url)
        try:
            await connection.execute(self.statement)
            return bool(await connection.fetchval(_SHAPE) == self.shape)
        except asyncpg.PostgresError:
            return False
        finally:
            await connection.close()


_idle: defaultdict[str, list[_Reusable]] = defaultdict(list)


@asynccontextmanager
async def reused(service: Service) -> AsyncIterator[str]:
    """The URL of a migrated, empty database that nobody else uses meanwhile."""
    idle = _idle[service.name]
    one = idle.pop() if idle else await _Reusable.made(service)
    yield one.url
    if await one.emptied():
        idle.append(one)


def _url(server: str, name: str) -> str:
    return f"{server.rsplit('/', 1)[0]}/{name}"
