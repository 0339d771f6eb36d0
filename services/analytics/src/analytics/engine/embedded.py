"""ClickHouse inside this process (chdb): one engine on one folder."""

from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore
from typing import Any

import chdb

from analytics.engine.settings import EngineSettings

STREAMS = 2
"""Answers that are read as they are computed, at once; others wait."""
BEGINNING = 30
"""For how many seconds one of them waits."""
CACHE = 100_000_000
"""Bytes of marks that stay in memory."""
BUSY = "Code: 202. Too many simultaneous queries"
"""What ClickHouse says where it has no room for one more."""
HEAD = 2
"""Lines with which each part of an answer begins: names and types."""


@dataclass(frozen=True)
class Asked:
    """A statement and what it is asked with. One that `reads` can neither write, nor reach a file or an address."""

    sql: str
    database: str
    format: str
    reads: bool
    params: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)


class Embedded:
    """The engine. Each statement has a connection of its own, so that nothing it sets outlives it."""

    def __init__(self, settings: EngineSettings) -> None:
        settings.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path = str(settings.path)
        self._threads = settings.threads
        self._streams = BoundedSemaphore(STREAMS)
        # As long as one connection is open, so is the engine.
        self._first = chdb.connect(f"{self._path}?max_server_memory_usage={settings.memory}&mark_cache_size={CACHE}")

    def run(self, asked: Asked) -> bytes:
        """The whole answer. Raises RuntimeError with ClickHouse's own message."""
        with self._connection(asked) as connection:
            return bytes(connection.query(asked.sql, asked.format, params=dict(asked.params)).bytes())

    def stream(self, asked: Asked) -> Generator[bytes]:
        """The answer in parts, as it is computed. Raises RuntimeError as `run` does, perhaps in the middle."""
        with self._stream(), self._connection(asked) as connection:
            with connection.send_query(asked.sql, asked.format, params=dict(asked.params)) as parts:
                for number, part in enumerate(parts):
                    text = bytes(part.bytes())
                    yield text if number == 0 else text.split(b"\n", HEAD)[HEAD]

    @contextmanager
    def _stream(self) -> Iterator[None]:
        if not self._streams.acquire(timeout=BEGINNING):
            raise RuntimeError(BUSY)
        try:
            yield
        finally:
            self._streams.release()

    @contextmanager
    def _connection(self, asked: Asked) -> Iterator[Any]:
        connection = chdb.connect(self._path)
        try:
            for name, value in {"max_threads": str(self._threads), **asked.settings}.items():
                connection.query(f"SET {name} = {value}")
            connection.query(f"USE `{asked.database}`")
            if asked.reads:
                connection.query("SET readonly = 1")
            yield connection
        finally:
            connection.close()
