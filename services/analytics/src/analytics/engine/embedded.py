"""ClickHouse inside this process (chdb): one engine on one folder, and handles that queries take in turn."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from queue import SimpleQueue
from typing import Any

import chdb

from analytics.engine.settings import EngineSettings

READERS = 4
"""Queries that are computed at once; others wait."""


class Handle:
    """A connection to the engine. One query after the other; what is set on it stays."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._database = ""
        self._limits: dict[str, str] = {}

    def run(self, sql: str, *, database: str, format: str, params: Mapping[str, str]) -> bytes:
        """The answer as text of this format. Raises RuntimeError with ClickHouse's own message."""
        if database != self._database:
            self._connection.query(f"USE `{database}`")
            self._database = database
        return bytes(self._connection.query(sql, format, params=dict(params)).bytes())

    def set(self, limits: Mapping[str, str]) -> None:
        """Sets what bounds its queries, unless it is so already."""
        for name, value in limits.items():
            if self._limits.get(name) != value:
                self._connection.query(f"SET {name} = {value}")
                self._limits[name] = value


class Embedded:
    """The engine. Handles for reading can do nothing else."""

    def __init__(self, settings: EngineSettings) -> None:
        settings.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path = str(settings.path)
        self._readers: SimpleQueue[Handle] = SimpleQueue()
        self._writer = self._opened(settings)
        self._writing = threading.Lock()
        for _ in range(READERS):
            self._readers.put(self._opened(settings))

    def _opened(self, settings: EngineSettings) -> Handle:
        handle = Handle(chdb.connect(self._path))
        handle.set({"max_threads": str(settings.threads), "max_memory_usage_for_user": str(settings.memory)})
        return handle

    @contextmanager
    def handle(self, *, reads: bool) -> Iterator[Handle]:
        """A handle for one query. Waits until there is one."""
        if not reads:
            with self._writing:
                yield self._writer
            return
        handle = self._readers.get()
        try:
            yield handle
        finally:
            self._readers.put(handle)
