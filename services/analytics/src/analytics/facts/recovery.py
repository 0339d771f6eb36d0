"""Sees to it that ClickHouse has what it was given: an empty or an older one is filled from the archive."""

import math
import time

import structlog

from amigok_chassis.context import Context
from analytics.archives.service import all_events
from analytics.engine import engine_of, schema
from analytics.engine.errors import NoTables
from analytics.facts.blocks import mark, marked, write

log = structlog.get_logger()


async def recover(context: Context, *, until: float = math.inf) -> bool:
    """Writes again what was written before and is not there any more. Returns whether all of it is there.

    It stops after the time `until` of the monotonic clock, and goes on from there when it is called again.
    """
    (row,) = await context.db.fetch("SELECT position FROM loads")
    position = await _marked(context)
    if position >= row["position"]:
        return True
    engine = engine_of(context)
    log.warning("facts.recovering", after=position, until=row["position"])
    async for events in all_events(context, after=position, until=row["position"]):
        await write(engine, events)
        await mark(engine, events[-1]["position"])
        if time.monotonic() > until:
            return False
    await mark(engine, row["position"])
    return True


async def _marked(context: Context) -> int:
    engine = engine_of(context)
    try:
        return await marked(engine)
    except NoTables:
        await schema.make(engine)
        return 0
