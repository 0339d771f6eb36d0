"""Sees to it that ClickHouse has what it was given: an empty or an older one is filled from the archive."""

import structlog

from amigok_chassis.context import Context
from analytics.archives.service import all_events
from analytics.engine import engine_of, schema
from analytics.engine.errors import NoTables
from analytics.facts.blocks import mark, marked, write

log = structlog.get_logger()


async def recover(context: Context) -> None:
    """Writes again what was written before and is not there any more."""
    (row,) = await context.db.fetch("SELECT position FROM loads")
    position = await _marked(context)
    if position >= row["position"]:
        return
    engine = engine_of(context)
    log.warning("facts.recovering", after=position, until=row["position"])
    async for events in all_events(context, after=position, until=row["position"]):
        await write(engine, events)
        await mark(engine, events[-1]["position"])


async def _marked(context: Context) -> int:
    engine = engine_of(context)
    try:
        return await marked(engine)
    except NoTables:
        await schema.make(engine)
        return 0
