"""One database and one login role a service; nobody else may connect to it."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

import asyncpg

from amigok.errors import Failure
from amigok_chassis.patience import PATIENCE


@dataclass(frozen=True, kw_only=True)
class Database:
    """`name` is that of the service, its role and its database alike."""

    name: str
    password: str
    extensions: Collection[str] = ()


def url_of(superuser: str, database: str, *, user: str | None = None, password: str = "") -> str:
    """The superuser's URL turned to another database, and to another login where one is given."""
    parts = urlsplit(superuser)
    place = parts.netloc
    if user:
        place = f"{user}:{quote(password, safe='')}@{parts.netloc.rpartition('@')[2]}"
    return parts._replace(netloc=place, path=f"/{database}").geturl()


def create(superuser: str, databases: Collection[Database]) -> None:
    """Make each role, database and extension that is not there; set each password. Safe to repeat."""
    try:
        asyncio.run(_create(superuser, databases))
    except (OSError, asyncpg.PostgresError) as error:
        raise Failure(f"the databases could not be made: {error}") from error


async def _create(superuser: str, databases: Collection[Database]) -> None:
    server = await asyncpg.connect(superuser, timeout=PATIENCE)
    try:
        roles = {row[0] for row in await server.fetch("select rolname from pg_roles")}
        present = {row[0] for row in await server.fetch("select datname from pg_database")}
        for one in databases:
            name = quoted(one.name)
            verb = "alter" if one.name in roles else "create"
            await server.execute(f"{verb} role {name} login password {_literal(one.password)}")
            if one.name not in present:
                await server.execute(f"create database {name} owner {name}")
            await server.execute(f"revoke all on database {name} from public")
    finally:
        await server.close()
    for one in databases:
        if one.extensions:
            await _extend(url_of(superuser, one.name), one.extensions)


async def _extend(url: str, extensions: Collection[str]) -> None:
    database = await asyncpg.connect(url, timeout=PATIENCE)
    try:
        for extension in extensions:
            await database.execute(f"create extension if not exists {quoted(extension)}")
    finally:
        await database.close()


def fetch_values(superuser: str, questions: Mapping[str, str]) -> dict[str, Any]:
    """Ask each database one question; None where it or its table is not there."""
    return asyncio.run(_fetch_values(superuser, questions))


async def _fetch_values(superuser: str, questions: Mapping[str, str]) -> dict[str, Any]:
    answers = await asyncio.gather(
        *(_fetch_value(url_of(superuser, database), sql) for database, sql in questions.items())
    )
    return dict(zip(questions, answers, strict=True))


async def _fetch_value(url: str, sql: str) -> Any:
    try:
        database = await asyncpg.connect(url, timeout=3)
    except (OSError, TimeoutError, asyncpg.PostgresError):
        return None
    try:
        return await database.fetchval(sql)
    except asyncpg.PostgresError:
        return None
    finally:
        await database.close()


def quoted(name: str) -> str:
    """A name as SQL takes it."""
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
