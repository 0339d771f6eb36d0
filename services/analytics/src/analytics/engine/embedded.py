"""ClickHouse inside this process (chdb): one engine on one folder."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Any

import chdb

from analytics.engine.settings import EngineSettings

AT_ONCE = 4
"""Queries that are computed at once; others wait."""
CACHE = 100_000_000
"""Bytes of marks that stay in memory."""


class Embedded:
    """The engine. Each query has a connection of its own, so that nothing it sets outlives it."""

    def __init__(self, settings: EngineSettings) -> None:
        settings.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path = str(settings.path)
        self._threads = settings.threads
        self._free = BoundedSemaphore(AT_ONCE)
        # As long as one connection is open, so is the engine.
        self._first = chdb.connect(f"{self._path}?max_server_memory_usage={settings.memory}&mark_cache_size={CACHE}")

    def run(
        self, sql: str, *, database: str, format: str, params: Mapping[str, str], limits: Mapping[str, str], reads: bool
    ) -> bytes:
        """The answer as text of this format. Raises RuntimeError with ClickHouse's own message.

        One that `reads` can do nothing else: neither write, nor reach a file or an address.
        """
        with self._free, self._connection() as connection:
            for name, value in {"max_threads": str(self._threads), **limits}.items():
                connection.query(f"SET {name} = {value}")
            connection.query(f"USE `{database}`")
            if reads:
                connection.query("SET readonly = 1")
            return bytes(connection.query(sql, format, params=dict(params)).bytes())

    @contextmanager
    def _connection(self) -> Iterator[Any]:
        connection = chdb.connect(self._path)
        try:
            yield connection
        finally:
            connection.close()

    def close(self) -> None:
        """Closes the engine."""
        self._first.close()
