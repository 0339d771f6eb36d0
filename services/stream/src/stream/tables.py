"""What tables share: the order in which their rows are locked, and native partitions for those that grow with time.

Rows are locked in one order, so that batches, jobs and requests never deadlock. Within a rank, they are locked by id.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from typing import Literal

from asyncpg import LockNotAvailableError
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from amigok_chassis import clock
from amigok_chassis.errors import driver_error
from amigok_chassis.service import Job
from amigok_chassis.unit_of_work import UnitOfWork

Every = Literal["day", "month"]

_EXISTING = text("""
    SELECT child.relname FROM pg_inherits JOIN pg_class AS child ON child.oid = inhrelid
    WHERE inhparent = CAST(:table AS regclass)
""")
# One at a time makes and drops parts: jobs, and requests that find one missing.
_LOCK = text("SELECT pg_advisory_xact_lock(hashtext('parts of ' || :table))")
_WAIT = text("SELECT set_config('lock_timeout', :most, true)")
_WAITED = text("SELECT current_setting('lock_timeout')")
DROP_WAITS = "1s"
"""Whoever drops a part waits for all who use the table, and whoever comes after waits behind: no longer than this."""


class Rank(IntEnum):
    """Rows of a lower rank are locked first."""

    ANIMALS = 1
    DEVICES = 2
    CAMERAS = 3
    SENSORS = 7
    CASES = 40
    RECORDINGS = 41


@dataclass(frozen=True)
class Partitioned:
    """A table that is partitioned by range of a timestamp. Rows stay as long as `keep`, and for the rest of their part.

    Parts are made `ahead` of time. A moment for which there is no part has no place.
    """

    table: str
    every: Every
    keep: timedelta
    ahead: timedelta = timedelta(days=3)

    @property
    def job(self) -> Job:
        """Makes and drops parts, each hour."""
        return Job(f"partition_{self.table}", 3600, self.maintain)

    async def maintain(self, db: UnitOfWork) -> int:
        """Makes the parts that are missing and drops those that are over. Returns how many were dropped."""
        now = clock.now()
        starts = list(self._starts(now - self.keep, now + self.ahead))
        await self.make(db, starts)
        over = sorted(name for name in await self._existing(db) if name < self.part(starts[0]))
        return len(over) if not over or await self._dropped(db, over) else 0

    async def make(self, db: UnitOfWork, moments: Iterable[datetime]) -> None:
        """Makes the parts of these moments that are missing. Who reads or writes the table does not wait meanwhile."""
        await db.execute(_LOCK, {"table": self.table})
        existing = await self._existing(db)
        for start in sorted({self._start(at) for at in moments}):
            name = self.part(start)
            if name not in existing:
                await db.execute(
                    text(f"CREATE TABLE {name} (LIKE {self.table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS)")
                )
                span = f"FROM ('{start.isoformat()}') TO ('{self._next(start).isoformat()}')"
                await db.execute(text(f"ALTER TABLE {self.table} ATTACH PARTITION {name} FOR VALUES {span}"))

    async def _existing(self, db: UnitOfWork) -> set[str]:
        return set((await db.scalars(_EXISTING, {"table": self.table})).all())

    async def _dropped(self, db: UnitOfWork, names: Iterable[str]) -> bool:
        """Drops parts, unless the table is in use for long: then they go the next time."""
        usual = await db.scalar(_WAITED)
        try:
            async with db.begin_nested():
                await db.execute(_WAIT, {"most": DROP_WAITS})
                for name in names:
                    await db.execute(text(f"DROP TABLE {name}"))
                await db.execute(_WAIT, {"most": usual})
        except DBAPIError as error:
            if not isinstance(driver_error(error), LockNotAvailableError):
                raise
            return False
        return True

    def part(self, at: datetime) -> str:
        """The name of the part in which a moment is; names sort by time."""
        return f"{self.table}_{self._start(at):%Y_%m_%d}"

    def _starts(self, first: datetime, last: datetime) -> Iterator[datetime]:
        at = self._start(first)
        while at <= last:
            yield at
            at = self._next(at)

    def _start(self, at: datetime) -> datetime:
        day = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        return day if self.every == "day" else day.replace(day=1)

    def _next(self, start: datetime) -> datetime:
        return self._start(start + (timedelta(days=1) if self.every == "day" else timedelta(days=32)))
