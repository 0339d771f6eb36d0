"""What tables share: the order in which their rows are locked, and native partitions for those that grow with time.

Rows are locked in one order, so that batches, jobs and requests never deadlock. Within a rank, they are locked by id.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from typing import Literal

from sqlalchemy import text

from amigok_chassis import clock
from amigok_chassis.service import Job
from amigok_chassis.unit_of_work import UnitOfWork

Every = Literal["day", "month"]

_EXISTING = text("""
    SELECT child.relname FROM pg_inherits JOIN pg_class AS child ON child.oid = inhrelid
    WHERE inhparent = CAST(:table AS regclass)
""")


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

    Parts are made `ahead` of time. A moment for which there is no part has no place: check `accepts` before inserting.
    """

    table: str
    every: Every
    keep: timedelta
    ahead: timedelta = timedelta(days=3)

    @property
    def job(self) -> Job:
        """Makes and drops parts, each hour."""
        return Job(f"partition_{self.table}", 3600, self.maintain)

    def accepts(self, at: datetime) -> bool:
        """Whether rows of this moment are kept."""
        now = clock.now()
        return now - self.keep <= at <= now + self.ahead

    async def maintain(self, db: UnitOfWork) -> int:
        """Makes the parts that are missing and drops those that are over. Returns how many were dropped."""
        now = clock.now()
        wanted = {self.part(start): start for start in self._starts(now - self.keep, now + self.ahead)}
        existing = set((await db.scalars(_EXISTING, {"table": self.table})).all())
        for name in sorted(wanted.keys() - existing):
            start = wanted[name]
            await db.execute(
                text(
                    f"CREATE TABLE {name} PARTITION OF {self.table} "
                    f"FOR VALUES FROM ('{start.isoformat()}') TO ('{self._next(start).isoformat()}')"
                )
            )
        over = sorted(name for name in existing if name < min(wanted))
        for name in over:
            await db.execute(text(f"DROP TABLE {name}"))
        return len(over)

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
