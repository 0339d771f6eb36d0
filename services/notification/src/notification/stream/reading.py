"""Reads of the log, and its entries as server-sent events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from asyncpg import Record
from fastapi.sse import format_sse_event

from amigok_chassis.db import Database

KEPT_FOR = timedelta(days=1)
"""How long a client may have been away to resume."""

MOST_MISSED = 500
"""A client that missed more reads its lists anew, which costs less."""

AT_ONCE = 1_000

_TOP = "SELECT position FROM stream_head WHERE id = 1"
_SINCE = """
    SELECT position, user_id, event, data::text FROM stream_entries WHERE position > $1 ORDER BY position LIMIT $2
"""
_MISSED = """
    SELECT position, event, data::text FROM stream_entries
    WHERE user_id = $1 AND position > $2 AND position <= $3 ORDER BY position LIMIT $4
"""
_OLDEST = "SELECT min(position) AS position FROM stream_entries"


@dataclass(frozen=True)
class Missed:
    """What a client missed; `lost` where not all of it can be told any more."""

    frames: Sequence[bytes]
    lost: bool = False


async def top(db: Database) -> int:
    """The position of the newest entry."""
    [row] = await db.fetch(_TOP)
    return int(row["position"])


async def since(db: Database, position: int) -> list[Record]:
    """Entries of everybody after a position, in their order, at most `AT_ONCE`."""
    return await db.fetch(_SINCE, position, AT_ONCE)


async def missed(db: Database, user_id: UUID, *, after: int, upto: int) -> Missed:
    """What the clients of a user were told after one position, up to another."""
    if await _is_gone(db, after):
        return Missed((), lost=True)
    rows = await db.fetch(_MISSED, user_id, after, upto, MOST_MISSED + 1)
    return Missed((), lost=True) if len(rows) > MOST_MISSED else Missed([frame(row) for row in rows])


async def _is_gone(db: Database, after: int) -> bool:
    """Whether entries after a position may be deleted already, or the log knows no such position."""
    newest = await top(db)
    if after >= newest:
        return after > newest
    [row] = await db.fetch(_OLDEST)
    return row["position"] is None or row["position"] > after + 1


def frame(row: Record) -> bytes:
    """An entry as it goes over the wire; its position is the id from which a client resumes."""
    return format_sse_event(event=row["event"], data_str=row["data"], id=str(row["position"]))
