"""Counts who looks at listings, in Redis, and adds it to the listings every few seconds.

Each viewer counts once a day and listing, about: a HyperLogLog knows who was there without keeping who it was. What is
counted and not stored yet is lost with Redis, or with a worker that dies in between: a few views, never a sale.
"""

from uuid import UUID

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError
from sqlalchemy import text

from amigok_chassis import clock
from amigok_chassis.actor import actor
from amigok_chassis.context import Context
from amigok_chassis.service import task
from amigok_chassis.unit_of_work import UnitOfWork

log = structlog.get_logger()

_WAITING = "marketplace:views"
_DAY = 86_400

_COUNT = """
if redis.call('PFADD', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('EXPIRE', KEYS[1], ARGV[2])
redis.call('HINCRBY', KEYS[2], ARGV[3], 1)
return 1
"""

_TAKE = """
local waiting = redis.call('HGETALL', KEYS[1])
redis.call('DEL', KEYS[1])
return waiting
"""

_ADD = text("""
WITH seen AS (SELECT * FROM unnest(CAST(:ids AS uuid[]), CAST(:counts AS bigint[])) AS seen (id, views)),
locked AS (SELECT l.id FROM listings l JOIN seen USING (id) ORDER BY l.id FOR NO KEY UPDATE OF l)
UPDATE listings l SET views = l.views + seen.views FROM seen JOIN locked USING (id) WHERE l.id = seen.id
""")


async def count(redis: Redis | None, listing_id: UUID, *, viewer_id: UUID | None) -> None:
    """Notes that somebody looks at a listing: a user, or whoever is at this network address."""
    if redis is None:
        return
    viewer = str(viewer_id) if viewer_id else actor.get().address
    seen = f"marketplace:seen:{listing_id}:{clock.now():%Y%m%d}"
    try:
        await redis.eval(_COUNT, 2, seen, _WAITING, viewer, str(_DAY), str(listing_id))
    except RedisError as error:
        log.warning("views.not_counted", error=repr(error))


@task(seconds=5)
async def store_views(context: Context) -> None:
    """Adds what was counted to the listings, in one statement."""
    if context.redis is None:
        return
    taken = await context.redis.eval(_TAKE, 1, _WAITING)
    counts = {UUID(taken[at].decode()): int(taken[at + 1]) for at in range(0, len(taken), 2)}
    if counts:
        async with context.db.unit_of_work() as db:
            await add(db, counts)


async def add(db: UnitOfWork, counts: dict[UUID, int]) -> None:
    """Adds views to listings, which are locked in the order of their ids."""
    await db.execute(_ADD, {"ids": list(counts), "counts": list(counts.values())})
