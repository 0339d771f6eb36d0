"""Asks ClickHouse by HTTP: the embedded engine and a server answer the same requests."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Annotated, Any
from urllib.parse import unquote, urlsplit

import httpx
import structlog
from fastapi import Depends
from pydantic_core import from_json, to_json

from amigok_chassis.context import Context, InContext
from amigok_chassis.errors import InvalidValue, Unavailable
from amigok_chassis.problems import raising
from analytics.engine.errors import NoTables, QueryTooCostly
from analytics.engine.values import parameter, reading, row
from analytics.settings import Settings

log = structlog.get_logger()

Row = dict[str, Any]
"""A row of an answer, by the names of its columns: UUID, aware datetime, date, Decimal, int, float, str or list."""

Form = dict[str, tuple[None, str]]
"""Fields of a form, as httpx takes them where they are no files."""
Body = bytes | Form

_FORMAT = "JSONCompactEachRowWithNamesAndTypes"
_ANSWER = {"output_format_json_quote_decimals": "1", "output_format_json_quote_64bit_integers": "0"}
_TOO_COSTLY = {"159", "160", "241", "307", "158", "396"}
"""Codes of ClickHouse: time, estimated time, memory, bytes, rows, size of the answer."""

_BUSY = "202"
"""The code for too many queries at once."""

_NO_TABLES = {"60", "81"}
"""Codes for a table and a database that are not there."""

_UNFIT = {"6", "27", "38", "41", "53", "69", "72", "117", "321", "376", "407", "457"}
"""Codes for a value that a column, or a parameter, never takes: it cannot be read, or is out of range."""

_INPUT = "date_time_input_format = 'best_effort', input_format_null_as_default = 1"

WRITING = 120
"""Seconds that writing may take; figures have less."""


@dataclass(frozen=True)
class Engine:
    """One database of ClickHouse. Queries read only, and within limits; what writes is the service's own.

    `query` and `stream` take the SQL of this service with `{name:Type}` for each parameter, never text of a user. They
    raise QueryTooCostly where the limits end a query, InvalidValue for a value that is none of its type, Unavailable
    where ClickHouse does not answer.
    """

    http: httpx.AsyncClient
    url: str
    """`http://user:password@host:port/database`"""
    seconds: float
    memory: int

    @property
    def database(self) -> str:
        return urlsplit(self.url).path.strip("/") or "default"

    def of(self, database: str) -> "Engine":
        """Another database of the same ClickHouse."""
        return replace(self, url=urlsplit(self.url)._replace(path=f"/{database}").geturl())

    def within(self, *, seconds: float, memory: int) -> "Engine":
        """The same with other limits: so many seconds and bytes for a query."""
        return replace(self, seconds=seconds, memory=memory)

    async def answers(self) -> bool:
        """Whether ClickHouse answers at all."""
        try:
            return (await self.http.get(f"{self._place[0]}ping", timeout=2)).is_success
        except httpx.HTTPError:
            return False

    async def make_database(self) -> None:
        """Makes the database if there is none. Raises Unavailable."""
        await self._post({"database": "default"}, f"CREATE DATABASE IF NOT EXISTS {self.database}".encode(), WRITING)

    async def drop_database(self) -> None:
        """Removes the database with all that is in it. Raises Unavailable."""
        sql = f"DROP DATABASE IF EXISTS {self.database} SYNC"
        await self._post({"database": "default"}, sql.encode(), WRITING)

    async def query(self, sql: str, params: Mapping[str, object] | None = None) -> list[Row]:
        """All rows of an answer."""
        asked = {**self._limits, "wait_end_of_query": "1"}  # else an error may come in the middle of rows
        return await asyncio.to_thread(_rows, await self._post(asked, _form(sql, params), self.seconds + 5))

    async def stream(self, sql: str, params: Mapping[str, object] | None = None) -> AsyncGenerator[Row]:
        """The rows of an answer as they come, for exports."""
        async with self._asked(self._limits, _form(sql, params), self.seconds + 5) as response:
            lines = response.aiter_lines()
            columns = from_json(await anext(lines, "[]"))
            readings = [reading(kind) for kind in from_json(await anext(lines, "[]"))]
            async for line in lines:
                yield row(columns, readings, from_json(line))

    async def execute(self, sql: str) -> None:
        """Changes something. Raises Unavailable."""
        await self._post({}, sql.encode(), WRITING)

    async def insert(self, table: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Adds rows to a table, durably when it returns. Columns that a row does not name have their defaults.

        Raises InvalidValue where a column can never take a value: then no row is added.
        """
        sql = {"query": f"INSERT INTO {table} SETTINGS {_INPUT} FORMAT JSONEachRow"}
        await self._post(sql, b"\n".join(map(to_json, rows)), WRITING)

    @property
    def _limits(self) -> dict[str, str]:
        limits = {"max_execution_time": str(self.seconds), "max_memory_usage": str(self.memory), "readonly": "1"}
        return {"default_format": _FORMAT, **_ANSWER, **limits}

    @property
    def _place(self) -> tuple[str, dict[str, str]]:
        """The address without who asks, and the headers that say who asks."""
        place = urlsplit(self.url)
        user, password = unquote(place.username or "default"), unquote(place.password or "")
        address = place._replace(netloc=place.netloc.rpartition("@")[2], path="/").geturl()
        return address, {"X-ClickHouse-User": user, "X-ClickHouse-Key": password}

    async def _post(self, asked: Mapping[str, str], body: Body, seconds: float) -> bytes:
        async with self._asked(asked, body, seconds) as response:
            return await response.aread()

    @asynccontextmanager
    async def _asked(self, asked: Mapping[str, str], body: Body, seconds: float) -> AsyncIterator[httpx.Response]:
        params = {"database": self.database, **asked}
        address, login = self._place
        sent: dict[str, Any] = {"content": body} if isinstance(body, bytes) else {"files": body}
        sending = self.http.stream("POST", address, params=params, headers=login, timeout=seconds, **sent)
        try:
            async with sending as response:
                if not response.is_success:
                    raise _failure(response.headers.get("X-ClickHouse-Exception-Code", ""))
                yield response
        except httpx.HTTPError as error:
            log.warning("engine.unreachable", error=type(error).__name__)
            raise _unavailable() from error


def _rows(answer: bytes) -> list[Row]:
    """Takes a while where there are many: not for the event loop."""
    names, kinds, *lines = answer.splitlines() or [b"[]", b"[]"]
    columns, readings = from_json(names), [reading(kind) for kind in from_json(kinds)]
    return [row(columns, readings, from_json(line)) for line in lines]


def _unavailable() -> Unavailable:
    return Unavailable("Figures cannot be computed now; try again soon.")


def _form(sql: str, params: Mapping[str, object] | None) -> Form:
    """A query with its parameters as fields of a form: an address has no room for thousands of ids."""
    fields = {f"param_{name}": parameter(value) for name, value in (params or {}).items()}
    return {name: (None, text) for name, text in {"query": sql, **fields}.items()}


def _failure(code: str) -> Exception:
    log.warning("engine.refused", number=code)  # what it says may quote values
    if code in _TOO_COSTLY:
        return QueryTooCostly()
    if code == _BUSY:
        return _unavailable()
    if code in _NO_TABLES:
        return NoTables()
    if code in _UNFIT:
        return InvalidValue()
    return RuntimeError(f"ClickHouse refused a statement: {code}")


def engine_of(context: Context) -> Engine:
    """The database of facts of this process."""
    return context.once(_engine)


def _engine(context: Context) -> Engine:
    own = context.settings(Settings)
    return Engine(
        context.http, own.clickhouse_url.get_secret_value(), seconds=own.query_seconds, memory=own.query_bytes
    )


@raising(Unavailable, QueryTooCostly)
async def _facts(context: InContext) -> Engine:
    return engine_of(context)


Facts = Annotated[Engine, Depends(_facts)]
"""The database of facts, for endpoints: `await facts.query(sql, {"owner": owner})`."""
