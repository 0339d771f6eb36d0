"""The order of the log: entries get their positions after they have committed.

Transactions commit in another order than they begin, so no number that they take themselves would do: a reader that
has seen 7 would never look for a 6 that commits later. Here whoever holds the head's lock numbers what is committed.
"""

import structlog
from redis.exceptions import RedisError

from amigok_chassis.context import Context
from amigok_chassis.service import task

log = structlog.get_logger()

CHANNEL = "amigok:notification:stream"
"""Where Redis carries the hint that there are new entries. It carries no more: the table is the truth."""

AT_ONCE = 1_000

_LOCK = "SELECT position FROM stream_head WHERE id = 1 FOR UPDATE"
_NUMBER = """
    WITH fresh AS MATERIALIZED (
        SELECT id, row_number() OVER (ORDER BY id) AS number
        FROM (SELECT id FROM stream_entries WHERE position IS NULL ORDER BY id LIMIT $2) AS oldest
    ), numbered AS (
        UPDATE stream_entries SET position = $1 + number FROM fresh WHERE stream_entries.id = fresh.id RETURNING 1
    )
    UPDATE stream_head SET position = position + (SELECT count(*) FROM numbered) WHERE id = 1 RETURNING position
"""


@task(1, topic="stream_entries")
async def number_entries(context: Context) -> float | None:
    """Gives committed entries their positions, and lets the replicas know. Some are left after a flood: soon again."""
    count = await _number(context)
    if count:
        await _hint(context)
    return 0 if count == AT_ONCE else None


async def _number(context: Context) -> int:
    """The lock first: only the next statement sees all that had committed when it was got."""
    async with context.db.driver() as driver, driver.transaction():
        before: int = await driver.fetchval(_LOCK)
        after: int = await driver.fetchval(_NUMBER, before, AT_ONCE)
    return after - before


async def _hint(context: Context) -> None:
    if context.redis is None:
        return
    try:
        await context.redis.publish(CHANNEL, b"")
    except (RedisError, OSError) as error:
        log.warning("stream.no_hint", error=repr(error))  # replicas look by themselves, too
