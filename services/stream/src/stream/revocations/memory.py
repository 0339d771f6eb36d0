"""What was revoked, in the memory of a process: read at most once a second, by whoever asks first."""

import asyncio
import time
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import structlog
from asyncpg import Record

from amigok_chassis import clock
from amigok_chassis.context import Context
from stream.revocations.errors import RevocationsUnknown
from stream.revocations.service import LONGEST

log = structlog.get_logger()

FRESH = 1.0
"""For so many seconds a reading is believed."""
PATIENCE = 10.0
"""After so many seconds without a reading nothing can be said."""

# A transaction that was open at the last reading commits with an id that is not below that reading's xmin.
_READ = """
    SELECT seen.xmin, revocations.* FROM (
        SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS xmin
    ) AS seen LEFT JOIN revocations ON transaction_id >= $1 AND made_at > $2
"""


@dataclass(frozen=True, slots=True)
class Given:
    """What a link or a session was given for, and when: `moment` is of `service.moment`."""

    moment: str
    livestock_id: UUID | None = None
    user_id: UUID | None = None
    camera_id: UUID | None = None
    device_id: UUID | None = None


@dataclass
class Revocations:
    """All revocations that can still matter, by their subjects. Times are monotonic seconds."""

    read_at: float = float("-inf")
    xmin: int = 0
    rows: dict[UUID, Record] = field(default_factory=dict)
    by_subject: dict[UUID, list[Record]] = field(default_factory=dict)
    reading: asyncio.Task[None] | None = None

    def ends(self, given: Given) -> bool:
        """Whether something that was given is no longer good."""
        subjects = (given.livestock_id, given.user_id, given.camera_id, given.device_id)
        rows = [row for subject in subjects if subject is not None for row in self.by_subject.get(subject, ())]
        return any(_fits(row, given) and not _is_contained(row["transaction_id"], given.moment) for row in rows)

    def take(self, rows: list[Record], *, began_at: float) -> None:
        """Adds what a reading found, and forgets what can no longer matter."""
        self.read_at, self.xmin = began_at, rows[0]["xmin"]
        fresh = [row for row in rows if row["id"] is not None and row["id"] not in self.rows]
        self.rows |= {row["id"]: row for row in fresh}
        for row in fresh:
            self.by_subject.setdefault(_subject(row), []).append(row)
        self._forget(clock.now() - LONGEST)

    def _forget(self, before: datetime) -> None:
        over = [row for row in self.rows.values() if row["made_at"] < before]
        for row in over:
            del self.rows[row["id"]]
            kept = self.by_subject[_subject(row)]
            kept.remove(row)
            if not kept:
                del self.by_subject[_subject(row)]


def _made(_: Context) -> Revocations:
    return Revocations()


async def current(context: Context) -> Revocations:
    """What is revoked, as of a second ago or less; of ten while the database does not answer.

    Raises RevocationsUnknown after that.
    """
    known = context.once(_made)
    if time.monotonic() - known.read_at > FRESH:
        if known.reading is None or known.reading.done():
            known.reading = asyncio.create_task(_read(context, known))
        await asyncio.wait({known.reading}, timeout=FRESH)
    if time.monotonic() - known.read_at > PATIENCE:
        raise RevocationsUnknown
    return known


async def _read(context: Context, known: Revocations) -> None:
    began_at = time.monotonic()
    try:
        rows = await context.db.fetch(_READ, known.xmin, clock.now() - LONGEST)
        if rows[0]["xmin"] < known.xmin:  # another database: what was read of the old one says nothing
            rows = await context.db.fetch(_READ, 0, clock.now() - LONGEST)
    except Exception as error:
        log.warning("revocations.unread", error=type(error).__name__)
    else:
        known.take(rows, began_at=began_at)


def _subject(row: Record) -> UUID:
    """The narrowest of what a revocation names: the fewest others name it."""
    found: UUID = row["livestock_id"] or row["camera_id"] or row["device_id"] or row["user_id"]
    return found


def _fits(row: Record, given: Given) -> bool:
    return all(
        wanted is None or wanted == found
        for wanted, found in (
            (row["livestock_id"], given.livestock_id),
            (row["user_id"], given.user_id),
            (row["camera_id"], given.camera_id),
            (row["device_id"], given.device_id),
        )
    )


def _is_contained(transaction_id: int, moment: str) -> bool:
    """Whether a snapshot (`xmin:xmax:xip,xip,...`) sees what this transaction wrote."""
    xmin, xmax, running = moment.split(":")
    return transaction_id < int(xmin) or (transaction_id < int(xmax) and str(transaction_id) not in running.split(","))
