"""Which worker stores which part. Leases are of the database's real time: no moved clock makes them last."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.db import Database
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.stream_recordings import RecordingUnreadable
from stream.recordings import spool
from stream.recordings.models import Part, Reason
from stream.recordings.sessions import session
from stream.recordings.spool import SpoolFile
from stream.settings import Settings

LEASE = timedelta(seconds=60)
"""It is renewed while the worker lives."""

_TAKE = """
    INSERT INTO recording_parts (session_id, began, attempts, leased_until) VALUES ($1, $2, 0, now() + $3)
    ON CONFLICT (session_id, began) DO UPDATE SET leased_until = excluded.leased_until
        WHERE recording_parts.leased_until <= now()
    RETURNING attempts, reason
"""
_POSTPONE = """
    UPDATE recording_parts SET leased_until = now() + $3, attempts = attempts + $4 WHERE (session_id, began) = ($1, $2)
"""


async def take(db: Database, part: SpoolFile) -> tuple[int, Reason | None] | None:
    """Leases a part to this worker. Returns how often it failed, and why it is set aside if it is.

    None: another worker has it, or it is not its turn yet.
    """
    rows = await db.fetch(_TAKE, part.session_id, part.began, LEASE)
    return (rows[0]["attempts"], rows[0]["reason"]) if rows else None


@asynccontextmanager
async def renewed(db: Database, part: SpoolFile) -> AsyncIterator[None]:
    """Keeps the lease of a part while the block runs."""
    renewing = asyncio.create_task(_renew(db, part))
    try:
        yield
    finally:
        renewing.cancel()
        await asyncio.wait({renewing})


async def _renew(db: Database, part: SpoolFile) -> None:
    while True:
        await asyncio.sleep(LEASE.total_seconds() / 4)
        with suppress(Exception):  # the lease is longer than a short outage
            await postpone(db, part, LEASE)


async def postpone(db: Database, part: SpoolFile, pause: timedelta, *, failed: bool = False) -> None:
    """Ends the lease: it is this part's turn again after a pause."""
    await db.fetch(_POSTPONE, part.session_id, part.began, pause, int(failed))


async def done(db: UnitOfWork, session_id: UUID, began: int) -> None:
    """There is nothing left to do for a part."""
    await db.execute(delete(Part).where(Part.session_id == session_id, Part.began == began))


async def set_aside(context: Context, part: SpoolFile, reason: Reason) -> None:
    """Says once why a part cannot be stored, and moves its file out of the way."""
    async with context.db.unit_of_work() as db:
        row = await db.get_one(Part, (part.session_id, part.began), with_for_update=True)
        if row.reason is None:
            row.reason, row.set_aside_at = reason, clock.now()
            known = await session(db, part.session_id)
            emit(
                db,
                RecordingUnreadable(
                    session_id=part.session_id,
                    camera_id=known and known.camera_id,
                    started_at=part.started_at,
                    reason=reason,
                ),
            )
    spool.set_aside(context.settings(Settings).spool, part)
