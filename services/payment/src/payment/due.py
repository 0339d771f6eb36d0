"""Rows that are due: a worker reserves some for a minute, so that replicas share them and a crash loses none."""

from datetime import timedelta
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.db import Database

BATCH = 20
MANY = 8
"""Asked so often, over some minutes, and still unknown: people have to look."""

RESERVATION = timedelta(seconds=60)


async def reserve_refunds(db: Database) -> list[UUID]:
    """The ids of payments whose refunds the provider is to be asked for."""
    rows = await db.fetch(
        "UPDATE payments SET refunds_due_at = $2 WHERE id IN (SELECT id FROM payments WHERE refunds_due_at <= $1 "
        "ORDER BY refunds_due_at LIMIT $3 FOR UPDATE SKIP LOCKED) RETURNING id",
        clock.now(),
        clock.now() + RESERVATION,
        BATCH,
    )
    return [row["id"] for row in rows]


async def reserve(db: Database, table: str) -> list[UUID]:
    """The ids of rows of `table` whose `due_at` has come; `attempts` counts how often that was so."""
    rows = await db.fetch(
        f"UPDATE {table} SET attempts = attempts + 1, due_at = $2 WHERE id IN ("
        f"SELECT id FROM {table} WHERE due_at <= $1 ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED) RETURNING id",
        clock.now(),
        clock.now() + RESERVATION,
        BATCH,
    )
    return [row["id"] for row in rows]
