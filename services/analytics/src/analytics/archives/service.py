"""Days become files once they are over, and what is in a file and in the facts leaves the database."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import select, text, update

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.due import poller
from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from analytics.archives import files
from analytics.archives.models import ArchiveDay
from analytics.arrivals.service import LAST

log = structlog.get_logger()

GRACE = timedelta(minutes=5)
"""How long after midnight a day is over: what is being committed meanwhile belongs to it."""
AT_ONCE = 2_000
FORGOTTEN_AT_ONCE = 20_000

_OPEN = text("""
    INSERT INTO archive_days (id, day, count, last_position, parts, attempts, due_at)
    SELECT gen_random_uuid(), day, 0, 0, '[]', 0, :now
    FROM (
        SELECT CAST(each AS date) AS day
        FROM generate_series((SELECT min(day) FROM arrivals), CAST(:today AS date) - 1, interval '1 day') AS each
    ) AS over WHERE EXISTS (SELECT FROM arrivals WHERE arrivals.day = over.day)
    ON CONFLICT (day) DO NOTHING RETURNING day
""")
_ROWS = "SELECT * FROM arrivals WHERE day = $1 AND position > $2 ORDER BY position LIMIT $3"
_UNSEALED = "SELECT * FROM arrivals WHERE position > $1 AND position <= $2 ORDER BY position LIMIT $3"
_FORGET = text("""
    DELETE FROM arrivals WHERE position IN (
        SELECT arrivals.position FROM arrivals JOIN archive_days USING (day)
        WHERE sealed_at < :before AND arrivals.position <= (SELECT position FROM loads)
            AND arrivals.position <= last_position
        ORDER BY arrivals.position LIMIT :most
    )
""")
_UNFINISHED = ArchiveDay.sealed_at.is_(None)
KEPT = timedelta(days=2)
"""How long arrivals stay after their day was sealed."""


@every(60)
async def end_days(db: UnitOfWork) -> None:
    """Has the days sealed that are over."""
    await db.execute(LAST)
    today = (clock.now() - GRACE).astimezone(UTC).date()
    for (day,) in (await db.execute(_OPEN, {"now": clock.now(), "today": today})).all():
        log.info("archive.day_ended", day=day.isoformat())
    db.info.setdefault("due", set()).add(ArchiveDay.__tablename__)


@every(5)
async def forget_arrivals(db: UnitOfWork) -> None:
    """Removes arrivals that are in the archive and in the facts."""
    await db.execute(_FORGET, {"before": clock.now() - KEPT, "most": FORGOTTEN_AT_ONCE})


@poller(ArchiveDay, seconds=60, at_once=1, lease=timedelta(hours=1))
async def seal_day(context: Context, day_id: UUID) -> None:
    """Writes the files of a day and its manifest. A day that is sealed stays as it is."""
    async with context.db.reader() as db:
        row = await db.get_one(ArchiveDay, day_id)
    if row.sealed_at is not None:
        return
    parts, now = await _written(context, row), clock.now()
    await context.storage.put(files.manifest_key(row.day), files.manifest(row.day, parts, now))
    async with context.db.unit_of_work() as db:
        await _keep(db, day_id, parts, now)
    log.info("archive.sealed", day=row.day.isoformat(), parts=len(parts))


async def _written(context: Context, row: ArchiveDay) -> list[dict[str, Any]]:
    """What was written of each file of the day. The next try goes on after the last file that was finished."""
    day, parts = row.day, list(row.parts)
    part = files.Part(files.key(day, len(parts) + 1))
    async for rows in arrivals_of(context, day, parts[-1]["last_position"] if parts else 0):
        await asyncio.to_thread(part.add, rows)
        if part.is_full:
            parts.append(await _put(context, part))
            await _note(context, row.id, parts)
            part = files.Part(files.key(day, len(parts) + 1))
    last = await _put(context, part)
    return [*parts, last] if last["count"] else parts


async def _put(context: Context, part: files.Part) -> dict[str, Any]:
    data, said = await asyncio.to_thread(part.close)
    if said["count"]:
        await context.storage.put(part.key, data)
    return said


async def _note(context: Context, day_id: UUID, parts: list[dict[str, Any]]) -> None:
    async with context.db.unit_of_work() as db:
        await db.execute(update(ArchiveDay).where(ArchiveDay.id == day_id, _UNFINISHED).values(parts=parts))


async def _keep(db: UnitOfWork, day_id: UUID, parts: list[dict[str, Any]], now: datetime) -> None:
    row = await db.get_one(ArchiveDay, day_id, with_for_update=True)
    if row.sealed_at is None:
        row.sealed_at, row.parts = now, parts
        row.count = sum(part["count"] for part in parts)
        row.last_position = max(part["last_position"] for part in parts)


async def arrivals_of(context: Context, day: date, after: int = 0) -> AsyncIterator[list[Any]]:
    """The arrivals of a day that are still in the database, in their order."""
    while rows := await context.db.fetch(_ROWS, day, after, AT_ONCE):
        yield rows
        after = rows[-1]["position"]


async def sealed_days(db: UnitOfWork, first: date | None = None, last: date | None = None) -> list[ArchiveDay]:
    """The days that are in the archive, oldest first."""
    query = select(ArchiveDay).where(ArchiveDay.sealed_at.is_not(None)).order_by(ArchiveDay.day)
    query = query if first is None else query.where(ArchiveDay.day >= first)
    return list(await db.scalars(query if last is None else query.where(ArchiveDay.day <= last)))


async def events_of(context: Context, day: ArchiveDay, after: int = 0) -> AsyncIterator[list[dict[str, Any]]]:
    """The events of a sealed day, of its files that reach beyond a position. Raises Damaged, NotFound, Unavailable."""
    for part in (each for each in day.parts if each["last_position"] > after):
        chunks = await context.storage.chunks(part["key"], 0, part["bytes"])
        async for events in files.read(chunks, part["sha256"]):
            yield events


async def all_events(context: Context, *, until: int, after: int = 0) -> AsyncIterator[list[Any]]:
    """Every event between two positions, in their order: of the days that are not sealed from the database."""
    async with context.db.reader() as db:
        days = await sealed_days(db)
    for day in (each for each in days if each.last_position > after):
        async for rows in _unsealed(context, after, min(until, day.parts[0]["first_position"] - 1)):
            yield rows
        async for events in events_of(context, day, after):
            if wanted := [event for event in events if after < event["position"] <= until]:
                yield wanted
        after = day.last_position
    async for rows in _unsealed(context, after, until):
        yield rows


async def _unsealed(context: Context, after: int, until: int) -> AsyncIterator[list[Any]]:
    while rows := await context.db.fetch(_UNSEALED, after, until, AT_ONCE):
        yield rows
        after = rows[-1]["position"]
