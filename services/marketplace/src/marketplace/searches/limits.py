"""How long a statement of a search may take."""

from typing import Any

from asyncpg import Record

from amigok_chassis.db import Database
from amigok_chassis.errors import Unavailable

SECONDS = 2.0


async def fetch(db: Database, sql: str, *arguments: Any) -> list[Record]:
    """Runs one statement, which PostgreSQL ends when its time is up. Raises Unavailable then."""
    async with db.driver() as driver:
        try:
            rows: list[Record] = await driver.fetch(sql, *arguments, timeout=SECONDS)
        except TimeoutError as error:
            raise Unavailable("This search takes too long now; try it with fewer words.") from error
        return rows
