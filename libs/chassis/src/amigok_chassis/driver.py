"""The driver's connection. What one learns of PostgreSQL's own types, the others of the process know.

asyncpg asks for each type that it has not met, on each connection: a query of 3 ms for every kind of array.
"""

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

import asyncpg

FIRST_OF_A_DATABASE = 16384
"""Types with lower numbers are PostgreSQL's own: the same in every database of a version."""

_NO_QUERY = SimpleNamespace(name="none")
"""Stands for the statement that asked. Its name says that no statement of the connection was overwritten."""

_known: dict[tuple[Any, ...], list[asyncpg.Record]] = {}


class Connection(asyncpg.Connection):  # type: ignore[misc]
    """Asks for a type of PostgreSQL's own once in the life of the process."""

    async def _introspect_types(self, typeoids: Iterable[int], timeout: float | None) -> tuple[Any, Any]:  # noqa: ASYNC109
        oids = sorted(typeoids)
        if oids[-1] >= FIRST_OF_A_DATABASE:
            return await super()._introspect_types(oids, timeout)  # type: ignore[no-any-return]
        key = (self.get_server_version(), *oids)
        if key in _known:
            return _known[key], _NO_QUERY
        _known[key], statement = await super()._introspect_types(oids, timeout)
        return _known[key], statement
