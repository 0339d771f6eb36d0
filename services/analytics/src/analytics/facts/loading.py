"""Brings arrivals into the facts, in their order."""

import time
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import structlog
from asyncpg import Record
from prometheus_client import Counter

from amigok_chassis import clock
from amigok_chassis.context import Context
from amigok_chassis.due import poller
from analytics.engine import engine_of
from analytics.facts.blocks import mark, write
from analytics.facts.models import Load
from analytics.facts.recovery import recover

log = structlog.get_logger()

FACTS = Counter("amigok_analytics_facts", "Facts that were written")

BLOCK = 5_000
"""Events that are written at once, or fewer that come to so many bytes."""
BYTES = 8_000_000
PAUSE = timedelta(seconds=1)
"""Between two looks: fewer and larger parts are less work for ClickHouse."""
TURN = 30
"""Seconds after which the work is left to whoever comes next."""

_NEXT = """
    SELECT * FROM (
        SELECT *, sum(octet_length(data)) OVER (ORDER BY position) - octet_length(data) AS before
        FROM arrivals WHERE position > (SELECT position FROM loads) ORDER BY position LIMIT $1
    ) AS next WHERE before < $2
"""
_LOADED = """
    WITH loaded AS (UPDATE loads SET position = $1 WHERE position < $1)
    INSERT INTO watermarks AS known (source, event_id, occurred_at, arrived_at, loaded_at)
    SELECT * FROM unnest($2::text[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[])
    ON CONFLICT (source) DO UPDATE SET
        event_id = CASE WHEN excluded.occurred_at >= known.occurred_at THEN excluded.event_id ELSE known.event_id END,
        occurred_at = greatest(excluded.occurred_at, known.occurred_at),
        arrived_at = excluded.arrived_at, loaded_at = excluded.loaded_at
"""
_AGAIN = "UPDATE loads SET due_at = $1, attempts = 0 WHERE id = $2"


@poller(Load, seconds=1, at_once=1)
async def load_facts(context: Context, load_id: UUID) -> None:
    """Writes all that has arrived, and what ClickHouse has lost. Repeating it after a crash changes nothing."""
    until = time.monotonic() + TURN
    if await recover(context, until=until):
        while time.monotonic() < until and await load(context):
            pass
    await context.db.fetch(_AGAIN, clock.now() + PAUSE, load_id)


async def load(context: Context) -> bool:
    """Writes the next block. Returns whether there was one."""
    block = await context.db.fetch(_NEXT, BLOCK, BYTES)
    if not block:
        return False
    engine = engine_of(context)
    facts = await write(engine, block)
    await mark(engine, block[-1]["position"])
    await context.db.fetch(_LOADED, block[-1]["position"], *_newest(block))
    FACTS.inc(facts)
    log.info("facts.loaded", events=len(block), facts=facts)
    return True


def _newest(block: Sequence[Record]) -> tuple[list[Any], ...]:
    """The columns of watermarks: of each source the event that was emitted last."""
    newest: dict[str, Record] = {}
    for row in block:
        if row["source"] not in newest or row["occurred_at"] >= newest[row["source"]]["occurred_at"]:
            newest[row["source"]] = row
    now = clock.now()
    rows = [(name, row["event_id"], row["occurred_at"], row["arrived_at"], now) for name, row in newest.items()]
    return tuple(list(column) for column in zip(*rows, strict=True))
